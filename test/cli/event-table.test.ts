import { expect, test } from 'vitest';
import { createEventTable } from '../../src/cli/event-table.ts';
import { textWidth } from '../../src/cli/terminal/display-width.ts';
import type { EventRecord } from '../../src/core/model/event.ts';
import { createTimeFormat } from '../../src/core/report/display-time.ts';
import { eventRecord } from '../support/sample-events.ts';

const rows = (event: Partial<EventRecord>, width: number, unicode = true): readonly string[] =>
  createEventTable({ width, colour: false, unicode }, createTimeFormat('UTC'))
    .write(eventRecord({ timeBasis: 'utc', message: null, ...event }))
    .trimEnd()
    .split('\n');
const SCM = { host: 'ex01.corp.example', provider: 'Service Control Manager', eventId: 7031 };
const DCOM = { host: 'win19dcomsrv', provider: 'Microsoft-Windows-DistributedCOM', eventId: 10016 };

test('an id is never cut: the source is', () => {
  expect(rows(SCM, 60)).toEqual(['2006-03-02 01:00:01      error     ex01 Service Contro… 7031']);
  expect(rows(SCM, 80)).toEqual(['2006-03-02 01:00:01      error     ex01 Service Control Manager 7031']);
});

test('of a long source what all begin with goes first', () => {
  expect(rows(DCOM, 80)).toEqual(['2006-03-02 01:00:01      error     win19dcomsrv …DistributedCOM 10016']);
  expect(rows(DCOM, 120)).toEqual([
    '2006-03-02 01:00:01      error     win19dcomsrv Microsoft-Windows-DistributedCOM 10016',
  ]);
});

test('a text that is cut says so, whatever the terminal can show', () => {
  const text = { ...SCM, message: 'x'.repeat(500) };
  expect(rows(text, 60)[1]).toMatch(/^ {4}x+…$/);
  expect(rows(text, 60, false)[1]).toMatch(/^ {4}x+\.\.\.$/);
});

test.each([20, 40, 60, 80, 120, 200])('no row is wider than %i cells, as far as its parts allow', (width) => {
  const texts = ['x'.repeat(500), '重大なエラー'.repeat(50), 'short', ''];
  for (const message of texts)
    for (const event of [SCM, DCOM])
      for (const row of rows({ ...event, message }, width))
        expect(textWidth(row)).toBeLessThanOrEqual(Math.max(width, 46));
});
