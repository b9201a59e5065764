import type { RuleDefinition } from '../../knowledge/rules/schema.ts';
import type { RawEvent } from '../../model/event.ts';
import { compareText } from '../../model/order.ts';
import { conclusionsOf, difference } from './support/conclusions.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { nameOfLine, positionsOf } from './support/matches.ts';
import { scanCoveredAsWritten, scanOf } from './support/written-test.ts';

const ELSEWHERE = 'another-host';

/**
 * A decisive event on another host is no part of the match any more: what is concluded of the first host is as if the event were
 * missing, and of the other as if it had only this event.
 */
export const otherHost: Derivation = (written) => {
  const { bench, events, judged } = written;
  const isPerHost = bench.compiled.rules.every(({ definition }) => keepsHostsApart(definition));
  if (!isPerHost || events.some(({ host }) => host === null)) return [];
  const decisive = judged.verdict.findings.flatMap((found) =>
    found.decisive.filter((match) => match.events.length > 1),
  );
  const positions = new Set(decisive.flatMap(positionsOf));
  return events.filter(({ position }) => positions.has(position)).map((event) => moved(written, event));
};

function moved(written: WrittenTest, event: RawEvent): DerivedTest {
  const { events, judge, scan } = written;
  const away: RawEvent = { ...event, host: ELSEWHERE, recordId: event.recordId === null ? null : 1 };
  const alone = scanOf(written, [away]);
  const others = scanCoveredAsWritten(
    written,
    events.filter((one) => one !== event),
  );
  const together = scanOf(
    written,
    events.map((one) => (one === event ? away : one)),
  );
  const actual = judge([{ ...together, coverage: [...scan.coverage, ...alone.coverage] }]);
  const expected = [others, alone].flatMap((apart) => conclusionsOf(judge([apart]), written)).sort(compareText);
  return {
    name: `${nameOfLine(written, event.position)} in line ${event.position} moved to another host`,
    message: difference(expected, conclusionsOf(actual, written)),
  };
}

/** Is the host part of every key of the rule? */
function keepsHostsApart({ by, events, find, state }: RuleDefinition): boolean {
  const parts = [...Object.values(events), ...Object.values(find), ...Object.values(state ?? {})];
  const keys = [by, ...parts.map((part) => ('by' in part ? part.by : undefined))];
  return keys.every((fields) => fields === undefined || fields.includes('host'));
}
