import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openInput } from '../../../src/core/input/open-input.ts';
import { ALL } from '../../support/interests.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);
const BINARY = /\.evtx?$/i;

const CUT: ReadonlySet<string> = new Set([
  'clipboard-text/vista-clipboard-with-xml.txt',
  'clixml/get-winevent-cut.xml',
]);

/** Format and language recognised, then the events as provider and id. */
const FOUND: Readonly<Record<string, string>> = {
  'clipboard-text/de-vista-clipboard.txt': 'text de | Microsoft-SharePoint Products-SharePoint Foundation 2137',
  'clipboard-text/es-nt-clipboard-chkdsk.txt': 'text es | Winlogon 1001',
  'clipboard-text/ja-vista-clipboard-colon-tight.txt': 'text ja | Microsoft-Windows-DistributedCOM 10036',
  'clipboard-text/ja-vista-clipboard.txt': 'text ja | Microsoft-Windows-Wininit 1001',
  'clipboard-text/nt-clipboard-kb.txt': 'text en | MSExchangeDS 1224 | MSExchangeDS 1171',
  'clipboard-text/nt-data-words-and-bytes.txt': 'text -',
  'clipboard-text/nt-short-headings-data.txt': 'text en | MSExchangeIMC 4120',
  'clipboard-text/ru-vista-clipboard.txt': 'text ru | Application Error 1000',
  'clipboard-text/vista-clipboard-keywords-list.txt': 'text en | Microsoft-Windows-WindowsUpdateClient 20',
  'clipboard-text/vista-clipboard-with-xml.txt': 'text en | ESENT 490',
  'clipboard-text/zh-CN-vista-clipboard.txt': 'text zh-CN | Microsoft-Windows-Security-Auditing 4688',
  'clixml/get-winevent-cut.xml': 'clixml - | Microsoft-Windows-MSDTC 4111',
  'csv/dumpel-line.txt': 'csv - | DhcpServer 1016',
  'csv/powershell-get-winevent.csv': 'csv - | Microsoft-Windows-Sysmon 5',
  'csv/viewer-default-noquotes.csv':
    'csv en | Microsoft-Windows-Security-Auditing 4658 | Microsoft-Windows-Security-Auditing 4656',
  'csv/viewer-fr.txt': 'csv fr | .NET Runtime 1026',
  'csv/viewer-security.csv': 'csv en | Microsoft-Windows-Security-Auditing 4648',
  'diskshadow-create.txt': 'diskshadow - | facts ×1',
  'eseutil-mh-dirty.txt': 'eseutil - | facts ×4',
  'eseutil-mk-5.5.txt': 'eseutil - | facts ×3',
  'eseutil-ml.txt': 'eseutil - | facts ×2',
  'event-xml/evtx-dump-security.xml': 'event-xml - | Microsoft-Windows-Security-Auditing 4688',
  'event-xml/evtx-dump-system.xml':
    'event-xml - | Microsoft-Windows-Eventlog 105 | Service Control Manager 7036 | USER32 1074 | EventLog 6006 | volsnap 36 | EventLog 6008 | Microsoft-Windows-Kernel-Power 41',
  'event-xml/evtxexport-system.xml':
    'event-xml - | Microsoft-Windows-Eventlog 105 | Service Control Manager 7036 | USER32 1074 | EventLog 6006 | volsnap 36 | EventLog 6008 | Microsoft-Windows-Kernel-Power 41',
  'event-xml/viewer-saveas.xml': 'event-xml - | Microsoft-Windows-DNS-Server-Service 4013',
  'evtxexport/SysEvent.evtexport.txt': 'evtxexport - | LSASRV 40961 ×2 | LSASRV 40960',
  'evtxexport/system.evtxexport.txt': 'evtxexport - | Microsoft-Windows-Eventlog 105 | Service Control Manager 7036 ×2',
  'fltmc-legacy.txt': 'fltmc - | facts ×6',
  'fltmc.txt': 'fltmc - | facts ×11',
  'json/evtx_dump.jsonl': 'json - | Microsoft-Windows-Security-Auditing 4688',
  'json/fluentd-windows_eventlog2.json': 'json - | Microsoft-Windows-Security-Auditing 4798',
  'json/nxlog-im_msvistalog.jsonl': 'json - | Microsoft-Windows-Sysmon 10',
  'json/winlogbeat-7.16.ndjson': 'json - | Microsoft-Windows-Sysmon 11',
  'agents/ossec.txt':
    'ossec - | Microsoft-Windows-Eventlog 104 | Service Control Manager 7040 | Microsoft-Windows-Security-Auditing 4624 | Microsoft-Windows-Security-Auditing 4625',
  'agents/snare-syslog.txt': 'snare - | Security 680',
  'agents/splunk-wineventlog.txt': 'splunk - | Microsoft Windows security auditing. 4688',
  'reports/dcdiag.txt': 'dcdiag - | DFSR 4012 | Microsoft-Windows-Kerberos-Key-Distribution-Center 29 | null 5723',
  'reports/frst-addition-line.txt': 'frst - | VSS 8194',
  'reports/frst-sections.txt': 'frst - | VSS 8194 | Service Control Manager 7031',
  'powershell-text/powershell-get-eventlog-list.txt': 'powershell-list - | example.log4jna_sample 4096',
  'powershell-text/powershell-get-winevent-table.txt': 'console-table - | WLMS 100 ×4',
  'psloglist/psloglist.txt':
    'psloglist - | Microsoft-Windows-Kernel-General 16 | Service Control Manager 7000 | Service Control Manager 7045',
  'vssadmin-list-writers.txt': 'vssadmin - | facts ×3',
  'wevtutil-text/wevtutil-text-old.txt': 'wevtutil-text - | WLMS 100',
  'wevtutil-text/wevtutil-text-ru-values.txt': 'wevtutil-text - | example.log4jna_sample 4096',
};

interface Found {
  readonly what: string;
  readonly events: readonly string[];
  readonly facts: readonly string[];
  readonly problems: readonly string[];
}

async function find(text: string): Promise<Found> {
  const opened = await openInput([new TextEncoder().encode(text)], ALL);
  if ('refused' in opened) return { what: opened.refused.code, events: [], facts: [], problems: [] };
  const events: string[] = [];
  const problems: string[] = [];
  for await (const batch of opened.batches()) {
    events.push(...batch.events.map(({ provider, eventId }) => `${provider} ${(eventId ?? 0) & 0xffff}`));
    problems.push(...batch.problems.map(({ code, position }) => `${code}@${position}`));
  }
  const { format, language, facts = [] } = opened.findings();
  const what = [format ?? opened.format, language ?? '-'].join(' ');
  return { what, events, facts: facts.map(({ name, value }) => `${name} ${value}`), problems };
}

const texts = ['formats', 'companions']
  .flatMap((root) =>
    readdirSync(new URL(root, FIXTURES), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.\w+$/.test(path) && !/README/.test(path) && !BINARY.test(path))
      .map((path) => ({ path, text: readFileSync(new URL(`${root}/${path}`, FIXTURES), 'utf8') })),
  )
  .sort((a, b) => (a.path < b.path ? -1 : 1));

async function describeText(text: string): Promise<string> {
  const { what, events, facts } = await find(text);
  const countByName = new Map<string, number>();
  for (const name of events) countByName.set(name, (countByName.get(name) ?? 0) + 1);
  const named = [...countByName].map(([name, count]) => (count === 1 ? name : `${name} ×${count}`));
  return [what, ...named, ...(facts.length > 0 ? [`facts ×${facts.length}`] : [])].join(' | ');
}

test('every fixture is what it is', async () => {
  const found = await Promise.all(texts.map(async ({ path, text }) => [path, await describeText(text)]));
  expect(Object.fromEntries(found)).toEqual(FOUND);
});

const EXAMPLES = new URL('../../../../shared/formats/examples/', import.meta.url);
/** Those that are no fixtures. */
const FOUND_IN_EXAMPLES: Readonly<Record<string, string>> = {
  'evt-dirty-header.hex.txt': 'text -',
  'evt-header-record-eof.hex.txt': 'text -',
  'evtx-header-chunk-record.hex.txt': 'text -',
  'evtx-header-v32-nocrc.hex.txt': 'text -',
};
test.runIf(existsSync(EXAMPLES))('every example is what it is', async () => {
  const known = new Set(texts.map(({ text }) => text));
  const others = readdirSync(EXAMPLES)
    .filter((name) => name !== 'README.md')
    .map((name) => ({ name, text: readFileSync(new URL(name, EXAMPLES), 'utf8') }))
    .filter(({ text }) => !known.has(text));
  const found = await Promise.all(others.map(async ({ name, text }) => [name, await describeText(text)]));
  expect(Object.fromEntries(found)).toEqual(FOUND_IN_EXAMPLES);
});

/** The same pairs in every run. @see https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* numbers(seed: number): Generator<number, number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

describe('two of them in one text: the events and facts of both are found', () => {
  const random = numbers(4);
  const pick = (from: typeof texts) => from[random.next().value % from.length] ?? { path: '', text: '' };
  // What is cut inside an element may hold anything that follows.
  const whole = texts.filter(({ path }) => !CUT.has(path));
  const pairs = Array.from({ length: 200 }, () => [pick(whole), pick(texts)] as const);
  test.each(pairs.map(([a, b]) => ({ name: `${a.path.replace(/.*\//, '')} + ${b.path.replace(/.*\//, '')}`, a, b })))(
    '$name',
    async ({ a, b }) => {
      const [first, second, both] = [
        await find(a.text),
        await find(b.text),
        await find(`${a.text.trimEnd()}\n\n${b.text}`),
      ];
      expect(both.events.toSorted()).toEqual([...first.events, ...second.events].toSorted());
      expect(new Set(both.facts)).toEqual(new Set([...first.facts, ...second.facts]));
    },
  );
});
