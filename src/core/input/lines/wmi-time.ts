/** `20110302145512.000000-300` of WMI; the offset is in minutes. @see https://learn.microsoft.com/windows/win32/wmisdk/cim-datetime */
const WMI = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{6})([+-]\d{3})?$/;

/** The same time as other programs write it; any other text as it is. */
export function fromWmiTime(text: string): string {
  const [, year, month, day, hour, minute, second, fraction, offset] = WMI.exec(text) ?? [];
  if (year === undefined) return text;
  return `${year}-${month}-${day} ${hour}:${minute}:${second}.${fraction}${offset === undefined ? '' : zoneOf(offset)}`;
}

function zoneOf(minutes: string): string {
  const total = Number(minutes.slice(1));
  const two = (value: number): string => `${value}`.padStart(2, '0');
  return `${minutes.charAt(0)}${two(Math.floor(total / 60))}:${two(total % 60)}`;
}
