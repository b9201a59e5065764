import { changed } from './support/conclusions.ts';
import type { Derivation, DerivedTest, WrittenTest } from './support/derivation.ts';
import { scanCoveredAsWritten } from './support/written-test.ts';

/** One log in two files says what it says in one, and so does a file that is given twice. */
export const sources: Derivation = (written) => [...split(written), ...twice(written)];

/** Without a number or a time the place in the file counts, and two files may hold one event in two forms. */
function split(written: WrittenTest): readonly DerivedTest[] {
  const { events } = written;
  if (events.length < 2 || events.some(({ recordId, time }) => recordId === null || time === null)) return [];
  const halves = [0, 1].map((half) => events.filter((_, index) => index % 2 === half));
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
