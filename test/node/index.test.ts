import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnoseFiles, fileSources } from '../../src/node/index.ts';

test('diagnoseFiles reads what is there and reports what is not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evdx-node-'));
  writeFileSync(
    join(folder, 'a.txt'),
    'Event Type:\tError\nEvent Source:\tMSExchangeIS\nEvent ID:\t9607\nDescription:\nError code 0x50d.\n',
  );
  const report = await diagnoseFiles(['a.txt', 'nosuch.evtx'], { cwd: folder, only: ['KB910250'] });
  rmSync(folder, { recursive: true });
  expect(report.sources.map(({ name, events }) => [name, events])).toEqual([
    ['a.txt', 1],
    ['nosuch.evtx', 0],
  ]);
  expect(report.problems).toMatchObject([{ code: 'input/missing', place: 'nosuch.evtx' }]);
  expect(report.findings.map(({ ruleId, grade }) => [ruleId, grade])).toEqual([
    ['exchange/backup-never-closed', 'possible'],
  ]);
});

test('fileSources names sources as they were given', () => {
  expect(fileSources(['./package.json']).map(({ name }) => name)).toEqual(['./package.json']);
});
