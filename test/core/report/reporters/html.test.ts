import { describe, expect, test } from 'vitest';
import type { Report } from '../../../../src/core/model/report.ts';
import { html } from '../../../../src/core/report/reporters/html/html.ts';
import { visibleText } from '../../../../src/core/report/visible-text.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';
import { foreignMarkup, policyProblems, structureProblems } from '../../../support/html-page.ts';
import { tokenise } from '../../../support/html-tokens.ts';
import { largeReport } from '../../../support/large-report.ts';
import { finding, fullReport, report } from '../../../support/sample-report.ts';
import { poisonedReport, timedReport } from '../../../support/timed-report.ts';

const write = (one: Report, zone = 'UTC'): Promise<string> => html(one, { zone });
const textOf = async (one: Report): Promise<string> => tokenise(await write(one)).text;

describe('the page', () => {
  test('runs and loads nothing but its own style and script, known by their hashes', async () => {
    expect(policyProblems(await write(fullReport()))).toEqual([]);
  });
  test('says in its head what was looked at, and what not', async () => {
    const text = await textOf(fullReport());
    expect(text).toContain('2 findings: 1 likely, 1 possible. 1 input could not be read.');
    expect(text).toContain(
      'Looked at 1,605 events (12 errors) in 3 sources with 6 rules; times in UTC, but as written where a log names no zone.',
    );
    expect(text).toContain('nosuch.evtx : There is no such file or folder; check the path. [input/missing]');
    expect(text).toContain('Incomplete: 12 keys given up. storage/disk-error-burst');
    expect(text).toContain('Written by evdx 0.1.0 with 6 rules.');
  });
  test('says per host what to do now, what needs a window and what to ask', async () => {
    const text = await textOf(fullReport());
    const summary = text.slice(text.indexOf('What to do, by host'), text.indexOf('2 findings', 400));
    expect(summary).toMatch(
      /ex1 High Likely 1 New snapshot backup refused .* and with it 2 Do now Let the earlier backup finish.*In a maintenance window Restart the Information Store.*Medium risk; downtime: mail access stops while the service restarts.*Ask Is the product Exchange Server 2003\?/,
    );
  });
  test('says once what to do about the many things that one rule finds something of', async () => {
    const of = (name: string, grade: 'likely' | 'possible' = 'likely') => {
      const [resolution] = finding().resolution;
      const steps = (resolution?.steps ?? []).map((step) => ({ ...step, do: `Start ${name} again.` }));
      const key = { host: 'ex1', service: name };
      return finding({
        title: 'T',
        key,
        fingerprint: name,
        grade,
        resolution: resolution ? [{ ...resolution, steps }] : [],
      });
    };
    const findings = [of('spooler'), of('dns'), of('ntds'), of('netlogon'), of('w32time', 'possible')];
    const text = await textOf(report({ findings }));
    expect(text.slice(text.indexOf('What to do, by host'), text.indexOf('5 findings', 400))).toMatch(
      /ex1 High Likely 1 T service spooler , dns and 2 more also 2 , 3 , 4 High Possible 5 T service w32time Do now Start <service> again\. No risk\. Steps \(findings 1 , 2 , 3 , 4 , 5 \)/,
    );
  });
  test('shows each finding with grade, causes, steps, evidence and the query that finds it again', async () => {
    const text = await textOf(fullReport());
    for (const words of [
      '1 High Likely New snapshot backup refused because an earlier Exchange backup was never closed',
      'Why 9604, 9614 and 9607 follow each other within 15 minutes, the refusal carries 0x50d.',
      'Cannot decide between: The earlier backup program ended without its completion or cleanup call the refusal repeats',
      'Less likely: Cable, controller or driver no event of the controller near it',
      'High risk · downtime: the volume is locked · data loss: files on bad blocks may be lost · cannot be undone',
      'Make sure first: A backup of this drive exists and was read back.',
      'Repair-Volume -DriveLetter {{drive}} -OfflineScanAndFix Copy where {{drive}} is D" ; rm',
      '2006-03-02 01:00:01 MSExchangeIS 9607 error refused Error code 0x50d when preparing for backup. paste.txt line 29 ex1 Application',
      "Get-WinEvent -FilterHashtable @{LogName='System'; ProviderName='disk'; Id=7; StartTime=[datetime]'2006-03-02T00:58:12Z'; EndTime=[datetime]'2006-03-02T00:58:13Z'} Copy",
      '3 of 5 events shown.',
      'confirmed: a log that shows the night before',
      'Follows from finding 1: New snapshot backup',
    ])
      expect(text).toContain(words);
  });
  test('lists everything below the findings', async () => {
    const text = await textOf(fullReport());
    for (const words of [
      '12 × disk 11 , error · ex1 System · last 2006-03-02 00:00:00 The driver detected a controller error on \\Device\\Harddisk0.',
      'KB154690 Troubleshooting event 9 and event 11 (same source and id)',
      'Came close These rules saw some of their events, but something stopped them. exchange/freeze-refused-not-allowed',
      'Ruled out vss/writer-false-timeout on ex1 : the machine runs Windows Server 2003 SP2',
      'Open questions Were log files moved or deleted by hand? The answer can make it confirmed or likely: evdx --fact logs_touched=yes FILES Copy (or no )',
      '2 rules: no System log was given storage/disk-error-burst exchange/dismount-deadlock-after-vss 1 rule: it is deprecated',
      '0x800423f2 VSS_E_WRITERERROR_TIMEOUT (2 ×), KB826936',
      'vss/writer-false-timeout: was possible, is ruled out',
      'ex1 System disk 11 error 12',
    ])
      expect(text).toContain(words);
  });
  test('has one h1, no level of headings left out, and each id once', async () => {
    expect(structureProblems(await write(timedReport()))).toEqual([]);
  });
  test('steps that stand there already are referred to', async () => {
    const text = await textOf(report({ findings: [finding(), finding({ key: { host: 'ex1', x: 'y' } })] }));
    expect(text).toContain('Do The same steps as for finding 1 .');
  });
  test('is a page without anything to show, too', async () => {
    const text = await textOf(report({ sources: [] }));
    expect(text).toContain('Could not look: no event was read, so nothing can be said about the machine.');
  });
  test('shows times in the zone of the display', async () => {
    const shown = tokenise(await write(timedReport(), 'Europe/Berlin')).text;
    expect(shown).toContain('Time line 2012-03-01 02:00:01 +01:00 to 2012-03-03 02:00:01 +01:00 · Europe/Berlin');
  });
  test('equal reports give equal bytes', async () => {
    expect(await write(timedReport())).toBe(await write(structuredClone(timedReport())));
  });
});

describe('hostile text', () => {
  test.each(Object.entries(hostileTexts))('is text wherever it stands: %s', async (_name, text) => {
    expect(foreignMarkup(await write(poisonedReport(text.slice(0, 100_000))))).toEqual([]);
  });
  test.each(Object.entries(hostileTexts).filter(([, text]) => text.length < 200 && text.trim() !== ''))(
    'is not lost: %s',
    async (_name, text) => {
      const base = fullReport();
      const findings = base.findings.map((one) => ({ ...one, title: text, summary: text }));
      const { text: shown } = tokenise(await write({ ...base, findings }));
      const words = visibleText(text).replace(/\s+/g, ' ').trim();
      expect(shown.split(words).length).toBeGreaterThan(4);
    },
  );
  test('a megabyte in every field leaves a page that opens, and says what is cut', async () => {
    const page = await write(poisonedReport('x'.repeat(1 << 20)));
    expect(page.length).toBeLessThan(1_000_000);
    expect(page).toContain(`… [${(1 << 20) - 2000} more characters]`);
  });
  test('no link leaves the web', async () => {
    const refs = ['javascript:alert(1)', 'data:text/html,x', 'file:///c:/x', 'https://a.example/"><script>'].map(
      (url) => ({ kb: null, url, title: null, note: null }),
    );
    const { tags } = tokenise(await write(report({ findings: [finding({ refs })] })));
    const links = tags.flatMap(({ attributes }) => attributes.filter(([name]) => name === 'href'));
    expect(links.map(([, value]) => value).filter((value) => !value.startsWith('#'))).toEqual([
      'https://a.example/"><script>',
    ]);
  });
});

test('1,000 findings over 50 hosts stay below 5 MB', async () => {
  const page = await write(largeReport());
  expect(Buffer.byteLength(page)).toBeLessThan(5_000_000);
  const { text, tags } = tokenise(page);
  expect(tags.filter(({ name, isEnd }) => name === 'article' && !isEnd)).toHaveLength(1000);
  expect(text).toContain(
    'Time lines are drawn for the first 120 findings. How far each part of a rule got: evdx explain RULE FILES',
  );
  expect(text).toContain('3 of 57 events shown; -f json has 20.');
  expect(text).toContain('4,200 more rows; -f json lists all.');
});
