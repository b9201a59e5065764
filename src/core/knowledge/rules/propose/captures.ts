import type { EventRecord } from '../../../model/event.ts';

interface Kind {
  readonly name: string;
  /** A whole insert or value of this kind. */
  readonly whole: RegExp;
  /** The same in a message, as a rule says it. */
  readonly inText: string;
  readonly normalize?: 'winpath' | 'host';
}
const KINDS: readonly Kind[] = [
  { name: 'device', whole: /^\\Device\\[\w\\]+$/i, inText: String.raw`(?<v>\\Device\\[A-Za-z0-9\\]*[A-Za-z0-9])` },
  {
    name: 'path',
    whole: /^(\\\\\?\\)?[A-Za-z]:\\[^*?"<>|]*$/,
    inText: String.raw`(?<v>[A-Za-z]:\\[^\s"'<>|*?;,]*[A-Za-z0-9_])`,
    normalize: 'winpath',
  },
  {
    name: 'server',
    whole: /^(\\\\[\w-]+(\.[\w-]+)*|[A-Za-z][\w-]*(\.[\w-]+)+\.(com|net|org|local|lan|corp|int|de|internal))$/,
    inText: String.raw`(?<v>\\\\[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)`,
    normalize: 'host',
  },
];
/** Its first insert names the service. */
const SERVICE_MANAGER = 'service control manager';

export type CaptureSource = Readonly<Record<string, string | number>>;

/** Values worth keeping: what the event is about. */
export function capturesOf(event: EventRecord): Readonly<Record<string, CaptureSource>> {
  const captures: Record<string, CaptureSource> = {};
  if (event.provider?.toLowerCase() === SERVICE_MANAGER) {
    const source = sourceOf(event, event.strings[0] ?? '');
    if (source !== null) captures.service = source;
  }
  for (const { name, whole, inText, normalize } of KINDS) {
    const value = event.strings.find((text) => whole.test(text));
    const isInText = event.strings.length === 0 && new RegExp(inText, 'i').test(event.message ?? '');
    const source = value === undefined ? (isInText ? { regex: inText } : null) : sourceOf(event, value);
    if (source !== null) captures[name] = { ...source, ...(normalize === undefined ? {} : { normalize }) };
  }
  return captures;
}

/** By name where values have names. */
function sourceOf({ strings, fields }: EventRecord, value: string): CaptureSource | null {
  if (value === '') return null;
  for (const [name, text] of fields) if (text === value) return { field: name };
  const index = strings.indexOf(value);
  return fields.size > 0 || index < 0 || index > 98 ? null : { string: index + 1 };
}
