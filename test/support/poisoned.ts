/** Every text of a report replaced; enumerations that the code branches on, and places, stay. */
const fixed = new Set([
  'grade',
  'severity',
  'status',
  'shell',
  'needs',
  'effect',
  'level',
  'levels',
  'timeBasis',
  'kind',
  'from',
  'to',
  'reversible',
  'by',
  'change',
]);
const times = new Set(['time', 'first', 'last']);

function poison(value: unknown, key: string, text: string): unknown {
  if (typeof value === 'string')
    return fixed.has(key) || times.has(key) || key === 'completeness' || key === 'why' ? value : text;
  if (Array.isArray(value)) return value.map((item) => poison(item, key, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poison(inner, name, text)]));
}

/** The same object with `text` in every field that holds text. */
export const poisoned = <T>(value: T, text: string): T => poison(value, '', text) as T; // the shape stays, which no type can say
