import type { RawEvent } from '../../model/event.ts';
import { changed } from './support/conclusions.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { scanCoveredAsWritten } from './support/written-test.ts';

/** One log in two files says what it says in one, and so does a file that is given twice. */
export const sources: Derivation = (written) => [...split(written), ...twice(written)];

/** Events without a number stay in one file: between files only their times would order them. */
function split(written: WrittenTest): readonly DerivedTest[] {
  const { events } = written;
  const numbered = events.filter(({ recordId }) => recordId !== null);
  if (numbered.length < 2 || events.some(({ host }) => host === null)) return [];
  const isFirst = (event: RawEvent): boolean => event.recordId === null || numbered.indexOf(event) % 2 === 0;
  const halves = [events.filter(isFirst), events.filter((event) => !isFirst(event))];
  const scans = halves.map((half, index) => scanCoveredAsWritten(written, half, `test-${index + 1}`));
  return [{ name: 'split into two files', message: changed(written, written.judge(scans)) }];
}

/** Nameless hosts of two files are two hosts, so that the file has to name its host. */
function twice(written: WrittenTest): readonly DerivedTest[] {
  const hosts = new Set(written.events.map(({ host }) => host));
  if (hosts.has(null) && hosts.size !== 2) return [];
  const scans = ['test-1', 'test-2'].map((source) => scanCoveredAsWritten(written, written.events, source));
  return [{ name: 'the log given twice', message: changed(written, written.judge(scans)) }];
}
