import { expect, test } from 'vitest';
import { diagnose } from '../../../src/core/pipeline/diagnose.ts';
import { events } from '../../../src/core/pipeline/events.ts';
import { gzipOf, tarOf, zipOf } from '../../support/archives.ts';
import { fixtureBytes } from '../../support/fixtures.ts';
import { FOUR_EVENTS, sourceOf, xmlEvent } from '../../support/sources.ts';

const evtx = () => fixtureBytes('formats/evtx/Security_1_record.evtx');
const CASE = () =>
  sourceOf(
    'case.tar.gz',
    gzipOf(
      tarOf({
        'ex1/logs.zip': zipOf({ 'Security.evtx': evtx(), 'notes.png': '\x89PNG' }),
        '../Application.xml': FOUR_EVENTS,
      }),
    ),
  );

const manyEvents = (): string =>
  Array.from({ length: 500 }, (_, index) =>
    xmlEvent({
      id: (index * 7919) % 9000,
      time: `2006-03-14T01:00:${String(index % 60).padStart(2, '0')}Z`,
      record: index * index + 1,
    }),
  ).join('');

test('each file of an archive is a source', async () => {
  const report = await diagnose([CASE()]);
  expect(report.sources.map(({ name, format, events: count }) => [name, format, count])).toEqual([
    ['case.tar.gz!/../Application.xml', 'event-xml', 4],
    ['case.tar.gz!/ex1/logs.zip!/Security.evtx', 'evtx', 78],
    ['case.tar.gz!/ex1/logs.zip!/notes.png', 'text', 0],
  ]);
});

test('their events come in the order of the archive, with their options', async () => {
  const found: (readonly [string, number | null])[] = [];
  const problems: string[] = [];
  const options = { onProblem: (name: string, { code }: { code: string }) => problems.push(`${name} ${code}`) };
  for await (const batch of events([CASE()], options))
    for (const event of batch) found.push([event.source, event.eventId]);
  expect(found).toHaveLength(82);
  expect(found[0]?.[0]).toBe('case.tar.gz!/ex1/logs.zip!/Security.evtx');
  expect(found.slice(78).map(([, id]) => id)).toEqual([9604, 9607, 9608, 1]);
  expect(problems.filter((one) => one.includes(' input/'))).toEqual([
    'case.tar.gz!/ex1/logs.zip!/notes.png input/no-events',
  ]);
});

test('what is wrong with an archive stands in the report', async () => {
  const bytes = zipOf({ 'a.xml': manyEvents() });
  const report = await diagnose([
    sourceOf('cut.zip', bytes.subarray(0, bytes.length / 2)),
    sourceOf('no.zip', zipOf({})),
  ]);
  expect(report.problems.map(({ code, place }) => [code, place])).toEqual([
    ['input/cut-archive', 'cut.zip!/a.xml'],
    ['input/empty', 'no.zip'],
  ]);
  expect(report.sources.find(({ name }) => name === 'cut.zip!/a.xml')?.events).toBeGreaterThan(0);
});
