import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '../../../src/core/engine/compile.ts';
import { loadRegexEngine } from '../../../src/core/engine/regex.ts';
import { loadRule } from '../../../src/core/knowledge/rules/load.ts';
import { epochMs } from '../../../src/core/model/brand.ts';
import type { Level, RawEvent } from '../../../src/core/model/event.ts';
import { NO_FINDINGS } from '../../../src/core/model/parser.ts';
import type { KeptEvent } from '../../../src/core/model/scan.ts';
import { SourceScan } from '../../../src/core/pipeline/source-scan.ts';
import { rawEvent } from '../../support/sample-events.ts';

/** Asks for all that an event says: names, level, log, category, user, codes, texts, inserts, values and data, and cuts values out of it. */
const RULE = `evdx: 1
id: area/name
title: Something is wrong
severity: high
events:
  named: {provider: [ESE, ESENT], id: [1, 2]}
  logged: {extends: named, log: System, level: [error, warning]}
  filed: {extends: named, category: Recovery, user: S-1-5-18}
  coded: {extends: named, code: -1018}
  worded: {extends: named, text: {regex: 'fail(?:ed|s)'}}
  filled: {extends: named, strings: {2: {code: -1018}}, capture: {file: [{string: 1, normalize: lower}, {field: Path, else: "?"}]}}
  valued: {extends: named, fields: {Path: {contains: edb}}}
  bytes: {extends: named, data: {hex: "01"}}
find: {failure: {one: named}}
causes: [{id: cause, title: The cause, evidence: [{if: failure, for: strong, because: so it is}]}]
resolution: [{id: repair, risk: {level: none, downtime: none, data_loss: none, reversible: true}, steps: [{do: Repair it.}]}]
refs: [a source]
tests: []
`;
const { rule, problems } = loadRule(RULE, { file: 'rule.yaml' });
const LOG = {
  ...{
    format: 'test',
    isExport: true,
    canBeEmpty: true,
    isAsWritten: true,
    isWebPage: false,
    isDefinition: false,
    otherLog: null,
  },
  ...{ encoding: () => null, problems: () => [] },
};

function kept(events: readonly RawEvent[], hasOwnTexts: boolean): readonly KeptEvent[] {
  if (rule === null) throw new Error(JSON.stringify(problems));
  const source = new SourceScan('a', compileRules([rule]), {});
  source.add({ events: [...events], problems: [] }, { hasOwnTexts });
  return source.finish({ ...LOG, hasOwnTexts }, { ...NO_FINDINGS, timeBasis: 'utc' }, () => null).kept;
}

const of = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const raw: fc.Arbitrary<RawEvent> = fc
  .record({
    provider: of<string | null>('ESE', 'ESENT', null),
    eventId: of<number | null>(1, 2, 0x4000_0001, null),
    channel: of('System', 'Application'),
    level: of<Level | null>('error', 'information', null),
    category: of<string | null>('Recovery', null),
    user: of<string | null>('S-1-5-18', null),
    strings: of<readonly string[]>([], ['A.edb'], ['A.edb', '-1018'], ['A.edb', '-1019'], ['B.edb', '-1018']),
    path: of<string | null>('a.edb', 'a.log', null),
    message: of<string | null>('It failed with -1018.', 'It failed with -1019.', 'It works.', null),
    data: of<Uint8Array | null>(null, Uint8Array.of(1), Uint8Array.of(2)),
    host: of<string | null>('EX1', 'ex2', null),
  })
  .map(({ path, ...said }) =>
    rawEvent({
      ...said,
      position: 0,
      time: { kind: 'exact', basis: 'utc', timeMs: epochMs(1000), ticks: 0, precisionMs: 1 },
      fields: path === null ? new Map() : new Map([['Path', path]]),
    }),
  );

const NAMES = [
  ...(['provider', 'eventId', 'channel', 'level', 'category', 'user'] as const),
  ...(['strings', 'fields', 'message', 'data', 'host'] as const),
];
/** Events that differ from one in one thing each, or in none. */
const alike = fc
  .tuple(raw, fc.array(fc.tuple(fc.constantFrom(...NAMES), raw), { maxLength: 30 }))
  .map(([first, others]) => [first, ...others.map(([name, other]) => ({ ...first, [name]: other[name] }))]);

test('an event is kept with what it is kept with alone, whatever was said before it', async () => {
  await loadRegexEngine();
  fc.assert(
    fc.property(alike, fc.boolean(), (events, hasOwnTexts) => {
      const placed = events.map((one, index) => ({ ...one, position: index + 1, recordId: index + 1 }));
      expect(kept(placed, hasOwnTexts)).toEqual(placed.flatMap((one) => kept([one], hasOwnTexts)));
    }),
    { numRuns: 300 },
  );
});
