import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cliReporters } from '../../../../src/cli/reporters.ts';
import type { Report } from '../../../../src/core/model/report.ts';
import { diagnose } from '../../../../src/core/pipeline/diagnose.ts';
import { diffReporters } from '../../../../src/core/report/diff-reporters/index.ts';
import { fixtureText } from '../../../support/fixtures.ts';
import { sampleHostDiff, sampleRunDiff } from '../../../support/sample-diff.ts';
import { sourceOf } from '../../../support/sources.ts';

const readAgain = async (text: string): Promise<Report['sources'][number] | undefined> =>
  (await diagnose([sourceOf('earlier', text)])).sources[0];
const UNREAD = { events: 0, problems: [{ code: 'input/other-log', position: null, detail: 'a report of evdx' }] };

const paste = fixtureText('cases/backup-refused/paste.txt');
const screen = (width: number) => ({ width, colour: false, unicode: true });
/** One line without an event. */
const { brief: _brief, ...written } = cliReporters;
const { brief: _diffBrief, ...compared } = diffReporters;

describe('a report in a folder of logs is no log: its events would count twice', () => {
  test.each(Object.entries(written))('as %s', async (_name, write) => {
    const report = await diagnose([sourceOf('paste.txt', paste)]);
    expect(report.findings).toHaveLength(1);
    for (const width of [80, 30]) {
      const text = await write(report, { zone: 'UTC', screen: screen(width), failOn: 'high' });
      expect(await readAgain(text)).toMatchObject(UNREAD);
      // As a shell redirects it.
      expect(await readAgain(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toMatchObject(UNREAD);
    }
  });

  test.each(Object.entries(compared))('nor a comparison as %s', async (_name, write) => {
    for (const diff of [sampleRunDiff(), sampleHostDiff()])
      expect(await readAgain(await write(diff, { zone: 'UTC' }))).toMatchObject(UNREAD);
  });
});

test('a rule says which events to look for, and the events of its tests happened nowhere', async () => {
  const rule = readFileSync(new URL('../../../../rules/storage/bad-blocks-on-disk.yaml', import.meta.url), 'utf8');
  expect(await readAgain(`# ours\n${rule}`)).toMatchObject({ events: 0, problems: [{ code: 'input/definition' }] });
});

test('words that begin like a report stand above events as any others do', async () => {
  expect(await readAgain(`Looked at the log: 3 events in it.\n\n${paste}`)).toMatchObject({ events: 3 });
});
