import { describe, expect, test } from 'vitest';
import type { EventRecord, RawEvent } from '../../../../src/core/model/event.ts';
import { isoFromMs } from '../../../../src/core/model/iso-time.ts';
import { events } from '../../../../src/core/pipeline/events.ts';
import { eventXml } from '../../../../src/core/report/writers/event-xml.ts';
import { parseEvt, parseEvtx } from '../../../support/parse-bytes.ts';
import { hasSamples, sampleBytes, sampleText } from '../../../support/samples.ts';
import { sourceOf } from '../../../support/sources.ts';
import { type Fields, fieldsOfJsonLines, fieldsOfText, fieldsOfXml } from './reference-exports.ts';

/** A difference that is no error, and why. Each has to occur: a reader that changes must not leave it behind. */
interface Accepted {
  readonly why: string;
  readonly where: RegExp;
  readonly isIt: (theirs: string | undefined, ours: string | undefined) => boolean;
}
const isAbsent = (theirs: string | undefined, ours: string | undefined): boolean => theirs === '' && ours === undefined;

const LOWER_CASE: Accepted = {
  why: 'hosts are compared in lower case, and so are they written',
  where: /^(Event\/System\/Computer|Computer name)$/,
  isIt: (theirs, ours) => theirs?.toLowerCase() === ours,
};
const EMPTY_SYSTEM: Accepted = {
  why: 'an element of System that says nothing is left out',
  where: /^Event\/System\/(Correlation|Security)$/,
  isIt: isAbsent,
};
const WITHOUT_BRACES: Accepted = {
  why: 'evtx_dump writes GUIDs without the braces that Windows writes',
  where: /@(Guid|ActivityID)$|EventData/,
  isIt: (theirs, ours) => `{${theirs}}` === ours,
};
const MICROSECONDS: Accepted = {
  why: 'evtx_dump cuts times to microseconds',
  where: /@SystemTime$|EventData/,
  isIt: (theirs, ours) =>
    /\.\d{6}Z$/.test(theirs ?? '') &&
    ours !== undefined &&
    /^\dZ$/.test(ours.slice(theirs?.indexOf('Z'))) &&
    ours.startsWith(theirs?.slice(0, -1) ?? '?'),
};
const NULL_ELEMENT: Accepted = {
  why: 'evtx_dump keeps elements whose optional value is null; Windows leaves them out',
  where: /EventData\/(Data(\[\d+\])?|Binary)$/,
  isIt: isAbsent,
};
const NANOSECONDS: Accepted = {
  why: 'evtxexport writes times with nine digits, of which a FILETIME has seven',
  where: /@SystemTime$|EventData|^String/,
  isIt: (theirs, ours) =>
    theirs === ours?.replace(/Z$/, '00Z') || theirs === ours?.replace(/0+Z$/, '').padEnd(29, '0').concat('Z'),
};
const PADDED_HEX: Accepted = {
  why: 'evtxexport pads keywords to 16 digits, and zeros in hex to all of theirs',
  where: /Keywords$|EventData|^String/,
  isIt: (theirs, ours) =>
    theirs === `0x${ours?.slice(2).padStart(16, '0')}` || (ours === '0x0' && theirs === '0x00000000'),
};
const DIRECTION_MARKS: Accepted = {
  why: 'the direction marks that Windows writes into dates are left out, as from every format',
  where: /EventData|^String/,
  isIt: (theirs, ours) => theirs?.replaceAll('\u200e', '') === ours,
};
const ATTRIBUTES_ALONE: Accepted = {
  why: 'evtx_dump gives the second of two elements with one name its attributes alone',
  where: /EventData\/ComplexData_1$/,
  isIt: (theirs, ours) => theirs === undefined && ours === '',
};
const CLASSIC_SOURCE: Accepted = {
  why: 'evtxexport names a source as it was called before Vista, where it has both names',
  where: /^Source name$/,
  isIt: (theirs, ours) => theirs === 'BugCheck' && ours === 'Microsoft-Windows-WER-SystemErrorReporting',
};
const WRITTEN_LATER: Accepted = {
  why: 'an event has the time it was generated; some were written down a while later',
  where: /^Written time$/,
  isIt: (theirs, ours) => Math.abs(Date.parse(theirs ?? '') - Date.parse(ours ?? '')) < 3_600_000,
};

/** Compares every field of every record. */
function expectFields(
  theirs: readonly Fields[],
  idField: string,
  ours: ReadonlyMap<string, Fields>,
  accepted: readonly Accepted[],
): void {
  expect(theirs.length).toBe(ours.size);
  const met = new Map(accepted.map(({ why }) => [why, 0]));
  const differences: string[] = [];
  for (const fields of theirs) {
    const id = fields.get(idField) ?? '';
    const own: Fields = ours.get(id) ?? new Map();
    for (const path of new Set([...fields.keys(), ...own.keys()])) {
      const [a, b] = [fields.get(path), own.get(path)];
      if (a === b) continue;
      const reason = accepted.find(({ where, isIt }) => where.test(path) && isIt(a, b));
      if (reason === undefined) differences.push(`${id} ${path}: ${JSON.stringify(a)} is ${JSON.stringify(b)}`);
      else met.set(reason.why, (met.get(reason.why) ?? 0) + 1);
    }
  }
  expect(differences).toEqual([]);
  expect([...met].filter(([, count]) => count === 0)).toEqual([]);
}

const textOf = (name: string): string => sampleText(`exports/${name}`);

const SYSTEM = 'python-evtx/tests/data/system.evtx';

describe.runIf(hasSamples)('an EVTX log says the same as', () => {
  const id = 'Event/System/EventRecordID';
  const records = async (): Promise<readonly EventRecord[]> => {
    const all: EventRecord[] = [];
    for await (const batch of events([sourceOf('system.evtx', sampleBytes(SYSTEM))])) all.push(...batch);
    return all.filter(({ recovered }) => !recovered);
  };
  const asXml = async (): Promise<ReadonlyMap<string, Fields>> => {
    const read = await records();
    return new Map(read.map((event) => [`${event.recordId}`, fieldsOfXml(eventXml.write(event))[0] ?? new Map()]));
  };

  test('evtx_dump, as XML', async () => {
    // It ends empty elements of System by a tag of their own, so that they seem to have a text.
    const theirs = fieldsOfXml(
      textOf('system.evtx_dump.xml').replaceAll(
        /(<(?:Provider|TimeCreated|Execution|Security) [^>]*)>\s*<\/\w+>/g,
        '$1/>',
      ),
    );
    expectFields(withoutEmpty(theirs), id, mapOf(await asXml(), withoutEmptyOf), [
      ...[LOWER_CASE, EMPTY_SYSTEM, WITHOUT_BRACES, MICROSECONDS, NULL_ELEMENT, DIRECTION_MARKS],
    ]);
  });

  test('evtxexport, as XML', async () => {
    expectFields(withoutEmpty(fieldsOfXml(textOf('system.evtxexport.xml'))), id, mapOf(await asXml(), withoutEmptyOf), [
      ...[LOWER_CASE, EMPTY_SYSTEM, NANOSECONDS, PADDED_HEX, DIRECTION_MARKS],
    ]);
  });

  test('evtx_dump, as JSON', async () => {
    expectFields(
      fieldsOfJsonLines(textOf('system.evtx_dump.jsonl')),
      id,
      mapOf(await asXml(), (fields) => asJsonNames(withoutEmptyOf(fields))),
      [...[LOWER_CASE, EMPTY_SYSTEM, WITHOUT_BRACES, MICROSECONDS, NULL_ELEMENT, DIRECTION_MARKS, ATTRIBUTES_ALONE]],
    );
  });

  test('evtxexport, as text', () => {
    const own = parseEvtx(sampleBytes(SYSTEM), { noRecovered: true }).events;
    expectFields(fieldsOfText(textOf('system.evtxexport.txt')), 'Event number', mapById(own, asEvtxText), [
      NANOSECONDS,
      PADDED_HEX,
      CLASSIC_SOURCE,
      DIRECTION_MARKS,
    ]);
  });
});

describe.runIf(hasSamples)('an EVT log says the same as', () => {
  test('evtexport, as text', () => {
    const own = parseEvt(sampleBytes('plaso/test_data/SysEvent.Evt'), { noRecovered: true }).events;
    expectFields(fieldsOfText(textOf('SysEvent.evtexport.txt')), 'Event number', mapById(own, asEvtText), [
      WRITTEN_LATER,
    ]);
  });
});

const mapOf = (map: ReadonlyMap<string, Fields>, change: (fields: Fields) => Fields): ReadonlyMap<string, Fields> =>
  new Map([...map].map(([id, fields]) => [id, change(fields)]));
const mapById = (own: readonly RawEvent[], write: (event: RawEvent) => Fields): ReadonlyMap<string, Fields> =>
  new Map(own.map((event) => [`${event.recordId}`, write(event)]));

/** An element with attributes alone has no text, whichever way it was written. */
const withoutEmpty = (all: readonly Fields[]): readonly Fields[] => all.map(withoutEmptyOf);
const withoutEmptyOf = (fields: Fields): Fields =>
  new Map(
    [...fields].filter(
      ([path, text]) =>
        text !== '' ||
        !/^Event\/System\/(Provider|TimeCreated|Execution|Security|Correlation)$/.test(path) ||
        ![...fields.keys()].some((other) => other.startsWith(`${path}@`)),
    ),
  );

/** In JSON a named value stands under its name, and the second of equal elements is called `_1`. */
function asJsonNames(fields: Fields): Fields {
  const named = new Map<string, string>();
  for (const [path, text] of fields) {
    if (/EventData\/Data(\[\d+\])?@Name$/.test(path)) continue;
    const name = /EventData\/Data(\[\d+\])?$/.test(path) ? fields.get(`${path}@Name`) : undefined;
    const again = path.replace(/(?<!\/Data)\[(\d+)\]/, (_, number) => `_${Number(number) - 1}`);
    named.set(name === undefined ? again : `Event/EventData/${name}`, text);
  }
  return named;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** `Mar 14, 2012 04:17:43.354562700 UTC` */
function timeText({ time }: RawEvent, hasFraction: boolean): string {
  if (time?.kind !== 'exact') return '';
  const [, year, month, day, clock, ms] = /^(\d+)-(\d+)-(\d+)T(.{8})\.(\d+)Z$/.exec(isoFromMs(time.timeMs)) ?? [];
  const fraction = hasFraction ? `.${ms}${`${time.ticks}`.padStart(4, '0')}00` : '';
  return `${MONTHS[Number(month) - 1]} ${day}, ${year} ${clock}${fraction} UTC`;
}
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const inserts = (strings: readonly string[]): readonly (readonly [string, string])[] => [
  ['Number of strings', `${strings.length}`],
  ...strings.map((text, index) => [`String: ${index + 1}`, text] as const),
];

const EVTX_LEVELS = new Map([
  ['critical', 'Critical (1)'],
  ['error', 'Error (2)'],
  ['warning', 'Warning (3)'],
  ['information', 'Information (4)'],
]);

function asEvtxText(event: RawEvent): Fields {
  const { recordId, level, host, provider, channel, eventId, user, strings, data, system } = event;
  const all = data === null ? strings : [...strings, hexOf(data)];
  return new Map([
    ['Event number', `${recordId}`],
    ['Creation time', timeText(event, true)],
    ['Written time', timeText(event, true)],
    ...(system?.version === null ? [] : [['Event version', `${system?.version}`] as const]),
    ['Event level', EVTX_LEVELS.get(level ?? '') ?? ''],
    ...(user === null ? [] : [['User security identifier', user] as const]),
    ['Computer name', host ?? ''],
    ['Source name', provider ?? ''],
    ['Channel name', channel ?? ''],
    ['Event identifier', `0x${eventId?.toString(16).padStart(8, '0')} (${eventId})`],
    ...inserts(all),
  ]);
}

const EVT_TYPES = new Map([
  ['error', 'Error event (1)'],
  ['warning', 'Warning event (2)'],
  ['information', 'Information event (4)'],
]);

function asEvtText(event: RawEvent): Fields {
  const { recordId, level, host, provider, eventId, qualifiers, user, strings, system } = event;
  const identifier = (qualifiers ?? 0) * 0x1_0000 + (eventId ?? 0);
  return new Map([
    ['Event number', `${recordId}`],
    ['Creation time', timeText(event, false)],
    ['Written time', timeText(event, false)],
    ['Event type', EVT_TYPES.get(level ?? '') ?? ''],
    ...(user === null ? [] : [['User security identifier', user] as const]),
    ['Computer name', host ?? ''],
    ['Source name', provider ?? ''],
    ['Event category', `${system?.task}`],
    ['Event identifier', `0x${identifier.toString(16).padStart(8, '0')} (${identifier})`],
    ...inserts(strings),
  ]);
}
