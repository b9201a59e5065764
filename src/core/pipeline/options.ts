import { formatNames } from '../input/formats.ts';
import { parseZone } from '../input/normalise/zone.ts';
import { nearest } from '../knowledge/rules/nearest.ts';
import type { RuleDefinition } from '../knowledge/rules/schema.ts';
import type { EpochMs } from '../model/brand.ts';
import { EvdxError } from '../model/errors.ts';
import type { DateOrder, EventRecord, Level } from '../model/event.ts';
import type { Problem } from '../model/problems.ts';
import type { Report } from '../model/report.ts';
import type { Fact } from '../model/scan.ts';
import type { ByteSource } from '../model/source.ts';
import type { MapKeeper } from '../report/redact/redaction.ts';
import type { ScanOptions } from './source-scan.ts';

/** A zone for the local times of one source, or of all. */
export interface ZoneChoice {
  /** The source's name, or the end of it after a `/`; null: every source. */
  readonly file: string | null;
  /** An IANA name (`Europe/Berlin`) or an offset (`+02:00`). */
  readonly zone: string;
}
/** How far the clock of a host was ahead; its times are set back by that. */
export interface ClockError {
  readonly host: string;
  readonly offsetMs: number;
}
/** An answer to a question, or something known from outside; `host: null` means all. */
export interface FactInput {
  readonly host: string | null;
  readonly name: string;
  readonly value: string | boolean;
  readonly from: 'option' | 'answer';
}
/** How inputs are read and narrowed. */
export interface InputOptions {
  readonly inputFormat?: string | undefined;
  readonly tz?: readonly ZoneChoice[] | undefined;
  readonly dateOrder?: DateOrder | undefined;
  readonly clocks?: readonly ClockError[] | undefined;
  readonly since?: EpochMs | undefined;
  readonly until?: EpochMs | undefined;
  readonly hosts?: readonly string[] | undefined;
  readonly noRecovered?: boolean | undefined;
  readonly verify?: boolean | undefined;
}
export interface DiagnoseOptions extends InputOptions {
  /** Added to the built-in rules; the same id replaces. */
  readonly rules?: readonly RuleDefinition[] | undefined;
  /** Ids, areas or KB numbers. */
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  /** false: only `rules` run. */
  readonly useBuiltin?: boolean | undefined;
  readonly facts?: readonly FactInput[] | undefined;
  /** Groups of a host for `by: [cluster]`: `{ex1: {cluster: 'c1'}}`. */
  readonly groups?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  readonly hostNames?: 'short' | 'full' | undefined;
  /** The kept events of all inputs may take about so many bytes; inputs that are still to be read then are not. Default: no limit. */
  readonly memoryBytes?: number | undefined;
  /** Names in the report become pseudonyms. */
  readonly redact?: MapKeeper | undefined;
  /** Shown the report of what is known so far; as long as it has answers, all is concluded again. Nothing is read twice. */
  readonly ask?: ((report: Report) => Promise<readonly FactInput[]>) | undefined;
}
export interface EventsOptions extends InputOptions {
  readonly ids?: readonly number[] | undefined;
  /** Names, through the aliases. */
  readonly providers?: readonly string[] | undefined;
  readonly levels?: readonly Level[] | undefined;
  /** false: `payload` may be null, as for those who write no XML. Binary logs are read faster then. Default: true. */
  readonly elements?: boolean | undefined;
  /** Told about every imperfection of an input; the stream goes on. */
  readonly onProblem?: ((source: string, problem: Problem) => void) | undefined;
  /**
   * Names become pseudonyms. All inputs are read twice: a name may stand in a text before a field tells that it is one. Of a source without
   * a size, which may be a pipe, the bytes are kept.
   */
  readonly redact?: MapKeeper | undefined;
}
/** A pasted text, bytes, or a named source. */
export type Input = ByteSource | string | Uint8Array;
export type EventBatches = AsyncIterable<readonly EventRecord[]>;

/** Names of inputs that have none: what was pasted. */
const PASTE = 'paste';

const bytesSource = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  sizeBytes: bytes.length,
  chunks: () => [bytes],
});

export function toSource(input: Input): ByteSource {
  if (typeof input === 'string') return bytesSource(PASTE, new TextEncoder().encode(input));
  return input instanceof Uint8Array ? bytesSource(PASTE, input) : input;
}

/** Every input as a source; two of one name are told apart by a number. */
export function toSources(inputs: Iterable<Input>): readonly ByteSource[] {
  const countByName = new Map<string, number>();
  return [...inputs].map((input) => {
    const source = toSource(input);
    const count = (countByName.get(source.name) ?? 0) + 1;
    countByName.set(source.name, count);
    return count === 1 ? source : { ...source, name: `${source.name}#${count}`, chunks: () => source.chunks() };
  });
}

export const isZoneOf = ({ file }: ZoneChoice, source: string): boolean =>
  file === null || source === file || source.endsWith(`/${file}`);

/** To be asked before any source is read. @throws EvdxError EVDX_OPTION_INVALID for a zone, a format or a period that cannot be */
export function checkInputOptions({ tz, inputFormat, since, until }: InputOptions): void {
  // All zones, also those of files that no input has: which files an archive holds is not known yet.
  const unknown = tz?.find((choice) => parseZone(choice.zone) === null);
  if (unknown !== undefined)
    throw new EvdxError('EVDX_OPTION_INVALID', `no time zone is called ${unknown.zone}`, { option: 'tz' });
  if (inputFormat !== undefined && !formatNames.has(inputFormat))
    throw new EvdxError('EVDX_OPTION_INVALID', unknownFormat(inputFormat), { option: 'input-format' });
  if (since !== undefined && until !== undefined && since > until)
    throw new EvdxError('EVDX_OPTION_INVALID', 'the period ends before it begins: "until" lies before "since"');
}

/** The options of one source, by its name; they have been checked. */
export function toScanOptions(options: InputOptions, source: string): ScanOptions {
  const matching = (options.tz ?? []).filter((choice) => isZoneOf(choice, source));
  const zone = (matching.filter(({ file }) => file !== null).at(-1) ?? matching.at(-1))?.zone;
  return {
    inputFormat: options.inputFormat,
    zone,
    dateOrder: options.dateOrder,
    clockErrorMs: new Map((options.clocks ?? []).map(({ host, offsetMs }) => [host.toLowerCase(), offsetMs])),
    sinceMs: options.since,
    untilMs: options.until,
    hosts: (options.hosts ?? []).map((host) => host.toLowerCase()),
    noRecovered: options.noRecovered,
    verify: options.verify,
  };
}

function unknownFormat(name: string): string {
  const near = nearest(name, formatNames);
  return `no input format is called ${name}; ${near === null ? `there are ${[...formatNames].sort().join(', ')}` : `did you mean ${near}?`}`;
}

export const toFacts = (facts: readonly FactInput[] = []): readonly Fact[] =>
  facts.map((fact) => ({ ...fact, host: fact.host?.toLowerCase() ?? null, at: null }));
