import type { Calls } from '../../src/cli/calls.ts';
import { noCodes } from '../../src/core/model/code-book.ts';
import { report } from './sample-report.ts';

const unexpected = (name: string) => (): never => {
  throw new Error(`${name} was not expected`);
};

/** Commands with the work behind them faked: an empty report, no events, no rules. */
export const fakeCalls = (over: Partial<Calls> = {}): Calls => ({
  diagnose: () => Promise.resolve(report()),
  events: unexpected('events'),
  eventLines: unexpected('eventLines'),
  explainEvent: unexpected('explainEvent'),
  nameCodes: () => Promise.resolve(noCodes),
  decode: unexpected('decode'),
  loadRules: unexpected('loadRules'),
  checkRules: unexpected('checkRules'),
  allRules: unexpected('allRules'),
  rulesNamed: unexpected('rulesNamed'),
  testRules: unexpected('testRules'),
  newRule: unexpected('newRule'),
  exportRules: unexpected('exportRules'),
  watchRules: unexpected('watchRules'),
  ...over,
});
