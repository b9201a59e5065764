import { describe, expect, test } from 'vitest';
import type { Diff } from '../../../../src/core/model/diff.ts';
import { diffReports } from '../../../../src/core/report/diff.ts';
import { diffHosts } from '../../../../src/core/report/diff-hosts.ts';
import { html } from '../../../../src/core/report/diff-reporters/html/html.ts';
import { visibleText } from '../../../../src/core/report/visible-text.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { foreignMarkup, policyProblems, structureProblems } from '../../../support/html-page.ts';
import { tokenise } from '../../../support/html-tokens.ts';
import { poisoned } from '../../../support/poisoned.ts';
import { reportOf, sampleHostDiff, sampleRunDiff } from '../../../support/sample-diff.ts';
import { finding } from '../../../support/sample-report.ts';

const write = (diff: Diff, zone = 'UTC'): Promise<string> => html(diff, { zone });
const textOf = async (diff: Diff, zone?: string): Promise<string> => tokenise(await write(diff, zone)).text;
const of = (...findings: Parameters<typeof finding>[0][]) =>
  reportOf(['ex1'], { findings: findings.map((over) => finding(over)) });

describe.each<[string, () => Diff]>([
  ['runs', sampleRunDiff],
  ['hosts', sampleHostDiff],
  ['nothing', () => diffReports(reportOf([]), reportOf([]))],
])('the page of %s', (_what, make) => {
  test('runs and loads nothing but its own style and script', async () => {
    expect(policyProblems(await write(make()))).toEqual([]);
  });
  test('has one h1, no level of headings left out, each id once, and no link to nowhere', async () => {
    expect(structureProblems(await write(make()))).toEqual([]);
  });
  test.each(Object.entries(hostileTexts))('hostile text is text wherever it stands: %s', async (_name, text) => {
    expect(foreignMarkup(await write(poisoned(make(), text.slice(0, 20_000))))).toEqual([]);
  });
});

test('no title is lost, however hostile', async () => {
  for (const text of Object.values(hostileTexts).filter((one) => one.length < 200 && one.trim() !== '')) {
    const words = visibleText(text).replace(/\s+/g, ' ').trim();
    const { findings } = sampleRunDiff();
    const page = await textOf({ ...sampleRunDiff(), findings: findings.map((one) => ({ ...one, title: text })) });
    expect(page.split(words).length).toBeGreaterThan(findings.length);
  }
});

describe('between runs', () => {
  test('says what was compared, side by side', async () => {
    const text = await textOf(sampleRunDiff());
    expect(text).toContain('1 new, 1 worse, 1 better, 1 gone and 1 unchanged.');
    expect(text).toContain('Note: The new report is incomplete: what is gone may still be there.');
    expect(text).toContain(
      'Old report New report Period 2006-03-01 00:00:00 to 2006-03-05 00:00:00 2006-02-01 00:00:00.123 to 2006-03-02 02:00:00 Hosts ex1 ex1 Read 5 events in 1 source 1,605 events in 3 sources Written by evdx 0.1.0 with 6 rules evdx 0.1.0 with 6 rules Complete yes no: an input could not be read, or a limit was reached',
    );
  });
  test('counts by severity, and says whether what is new or gone was looked for', async () => {
    expect(await textOf(sampleRunDiff())).toContain(
      'Summary New 1 1 high not looked for before and may be old Worse 1 1 high Better 1 1 high Gone 1 1 high not looked for and may still be there Unchanged 1 1 high',
    );
    expect(await textOf(diffReports(of({}, { host: 'ex9', fingerprint: '2'.repeat(16) }), of()))).toContain(
      'Gone 2 2 high 1 of them was not looked for and may still be there',
    );
    expect(await textOf(diffReports(of({}), of()))).toContain('Gone 1 1 high looked for, and not found');
  });
  test('has a row for each finding: what, where, before and now', async () => {
    const text = await textOf(sampleRunDiff());
    for (const row of [
      'a/new Host ex2 Before Not looked for No log of this host was given Now High Likely 2 times · 2006-03-01 01:00:01 to 2006-03-02 01:00:01',
      'device D1 · exchange/backup-never-closed Cause: The drive is failing Host ex1 Before Medium Likely 2 times · 2006-03-01 01:00:01 to 2006-03-02 01:00:01 Now High Confirmed 7 times',
      'a/gone Host ex1 Before High Likely 2 times · 2006-03-01 01:00:01 to 2006-03-02 01:00:01 Now Not looked for Not checked: no System log was given',
      'Now High Likely 2 times · 2006-03-01 01:00:01 to 2006-03-04 00:00:00 · the last of 2 episodes',
    ])
      expect(text).toContain(row);
  });
  test('what is unchanged is there to be opened, the rest is open', async () => {
    const { tags } = tokenise(await write(sampleRunDiff()));
    const opening = tags.filter(({ isEnd }) => !isEnd);
    const sectionAndDetails = opening
      .filter(({ name }) => name === 'section' || name === 'details')
      .map(({ name, attributes }) => attributes.find(([key]) => key === 'id')?.[1] ?? name);
    expect(sectionAndDetails).toEqual([
      'compared',
      'summary',
      'new',
      'worse',
      'better',
      'gone',
      'unchanged',
      'details',
    ]);
  });
  test('shows times in the zone of the display, but as written without one', async () => {
    const text = await textOf(sampleRunDiff(), 'Asia/Tokyo');
    expect(text).toContain('Times in Asia/Tokyo, but as written where a log names no zone.');
    expect(text).toContain('Period 2006-03-01 09:00:00 +09:00 to 2006-03-05 09:00:00 +09:00');
    expect(text).toContain('2 times · 2006-03-01 01:00:01 to 2006-03-02 01:00:01');
  });
  test('says that names are pseudonyms', async () => {
    expect(await textOf({ ...sampleRunDiff(), redacted: 'map-a' })).toContain(
      'Names and addresses are pseudonyms (map map-a).',
    );
  });
  test('is a page without findings, too', async () => {
    const text = await textOf(diffReports(of(), of()));
    expect(text).toContain('Neither report has a finding.');
    expect(text).toContain('Summary New 0 Worse 0 Better 0 Gone 0 Unchanged 0');
  });
});

describe('between hosts', () => {
  test('says on which hosts a finding is, and why it is not on the others', async () => {
    const text = await textOf(sampleHostDiff());
    for (const words of [
      '3 findings on 3 hosts: 1 differs, 1 is unclear and 1 is the same.',
      'Report Period 2006-03-01 00:00:00 to 2006-03-05 00:00:00 Hosts ex1 , ex2 , ex3 Read',
      'Different 1 1 high Unclear 1 1 high not looked for on every host; the others agree The same 1 1 high',
      'volume C: · exchange/backup-never-closed Found on ex1 High Likely 2 times · 2006-03-01 01:00:01 to 2006-03-02 01:00:01 ex2 High Confirmed 2 times · 2006-03-01 01:00:01 to 2006-03-02 01:00:01 Not found on Looked for, not found Ruled out: the fix is there ex3',
      'Not found on Not looked for Not checked: no System log was given ex1 , ex2',
      'Not found on nowhere',
    ])
      expect(text).toContain(words);
  });
  test('many hosts are a list to open', async () => {
    const hosts = Array.from({ length: 50 }, (_, index) => `server-${index}`);
    const findings = hosts.slice(0, 30).map((host) => finding({ host, key: { host } }));
    const text = await textOf(diffHosts(reportOf(hosts, { findings })));
    expect(text).toContain('Hosts 50 hosts server-0 , server-1 ,');
    expect(text).toContain('22 more hosts');
    expect(text).toContain('Looked for, not found 20 hosts server-30 , server-31 ,');
  });
});
