/** @param place of the text by the keys that lead to it, without indices: `findings.evidence.text` */
type TextMap = (text: string, place: string) => string;

/** The same object with every text in it replaced; keys stay. */
export function mapTexts<T>(value: T, map: TextMap, place?: string): T;
export function mapTexts(value: unknown, map: TextMap, place = ''): unknown {
  if (typeof value === 'string') return map(value, place);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, map, place));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, map, place === '' ? key : `${place}.${key}`)]),
  );
}
