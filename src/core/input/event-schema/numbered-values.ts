const NUMBERED = /^(?:param|data)(\d{1,3})$/i;

/**
 * Positions of `param1`, `param2` (Winlogbeat), `Data1` (OpenTelemetry) are known whatever the order they come in. Winlogbeat drops what is
 * empty, so that a number that is missing is an empty value. @see https://github.com/elastic/beats (winlogbeat/sys/winevent/maputil.go, AddPairs)
 */
export function orderByNumber(fields: ReadonlyMap<string, string>): readonly string[] {
  const numbers = [...fields.keys()].map((name) => Number(NUMBERED.exec(name)?.[1] ?? Number.NaN));
  if (numbers.length === 0 || numbers.some(Number.isNaN)) return [];
  const first = Math.min(1, ...numbers);
  const strings = Array.from({ length: Math.max(...numbers) - first + 1 }, () => '');
  for (const [index, value] of [...fields.values()].entries()) strings[(numbers[index] ?? first) - first] = value;
  return strings;
}
