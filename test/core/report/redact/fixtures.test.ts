import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { cliReporters } from '../../../../src/cli/reporters.ts';
import { renderTerminal } from '../../../../src/cli/terminal/render.ts';
import type { EventRecord } from '../../../../src/core/model/event.ts';
import type { Report } from '../../../../src/core/model/report.ts';
import { diagnose } from '../../../../src/core/pipeline/diagnose.ts';
import { events } from '../../../../src/core/pipeline/events.ts';
import { outlineSummary } from '../../../../src/core/report/outline/summary.ts';
import { eventWriters } from '../../../../src/core/report/writers/index.ts';
import { fixtureBytes } from '../../../support/fixtures.ts';
import { report as emptyReport } from '../../../support/sample-report.ts';
import { sourceOf } from '../../../support/sources.ts';

const ROOT = fileURLToPath(new URL('../../../../fixtures/', import.meta.url));
const paths = ['cases', 'formats', 'companions'].flatMap((folder) =>
  readdirSync(`${ROOT}${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(ROOT.length)),
);

/** What every machine calls so, by this test's own list. */
const builtIn =
  /^(?:|-|n\/a|nt.authority|system|local service|network service|localhost|workgroup|virtual users|administrators?|builtin|everyone|anonymous logon|guest|font driver host|(?:dwm|umfd)-\d+|window manager|.*система.*|netzwerkdienst|backup operators|users|domain (?:admins|users|computers)|krbtgt|local|iusr|s-1-(?!5-21-).*|%%\d+|0x[0-9a-f]+|127\..*|0\.0\.0\.0|::1?)$/i;
/** Stand in an article for the name of a machine or a person, and in what evdx itself writes. */
const placeholder = /^(?:user|domain|server|host|computer)$/;
const personal = /user|account|domain|workstation|computer|host|server|member/i;
const notPersonal = /sid|id$|guid|logonid|type|process|hostapplication|hostid|hostversion|hostname$|serverid|control/i;

/** Names of machines, people and domains in the fields of events, and what looks like an address, without the code under test. */
function originalsOf(all: readonly EventRecord[]): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    const bare = name.trim().replace(/\$$/, '');
    if (!builtIn.test(bare) && !placeholder.test(bare.toLowerCase()) && bare.length > 1) found.add(bare.toLowerCase());
  };
  for (const event of all) {
    if (event.host !== null) {
      add(event.host);
      if (!/^[\d.]+$/.test(event.host)) add(event.host.split('.')[0] ?? '');
    }
    const named = [
      event.user ?? '',
      ...[...event.fields].filter(([name]) => personal.test(name) && !notPersonal.test(name)).map(([, value]) => value),
    ];
    for (const name of named) {
      const parts = name.split(/[\\@]/);
      if (parts.length > 1 && builtIn.test(parts[0] ?? '')) continue;
      if (parts.length <= 2) for (const part of parts) if (!/[\s/:=,]{2}|[/:=]/.test(part)) add(part);
    }
    const text = [event.message, event.user, event.system?.userId, ...event.strings, ...event.fields.values()].join(
      '\n',
    );
    for (const [sid] of text.matchAll(/S-1-5-21-[\d-]+\d/g)) add(sid);
    for (const [mail] of text.matchAll(/[\w.+-]+@[\w-]+\.[\w.-]*\w/g)) if (!/microsoft/i.test(mail)) add(mail);
    for (const [address] of text.matchAll(/(?<![\w.])(?:10|172|192|169)(?:\.\d{1,3}){3}(?![\w.])/g)) add(address);
    for (const [, user = ''] of text.matchAll(/[A-Z]:\\Users\\([^\\\s]+)\\/g))
      if (!/^(?:public|default)$/i.test(user)) add(user);
  }
  return found;
}

/** Long names anywhere, short ones as words. */
function leaks(text: string, originals: ReadonlySet<string>): readonly string[] {
  const lower = text.toLowerCase();
  return [...originals].filter((name) => {
    if (name.length > 6 && /\d|\.|-/.test(name)) return lower.includes(name);
    const escaped = name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('\\\\', '\\\\{1,2}');
    return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u').test(lower);
  });
}

const map = { id: 'f00d', names: [] };
const collected = async (source: AsyncIterable<readonly EventRecord[]>): Promise<EventRecord[]> => {
  const all: EventRecord[] = [];
  for await (const batch of source) all.push(...batch);
  return all;
};

const screen = { width: 120, colour: false, unicode: true };
const reporterOptions = { zone: 'UTC', screen, failOn: 'high' } as const;
/** What a format says of its own, as the script of a page does, comes from no log. */
const ownTexts = new Map<string, Promise<string>>();
function ownTextOf(name: string, write: (typeof cliReporters)[keyof typeof cliReporters]): Promise<string> {
  const text = ownTexts.get(name) ?? Promise.resolve(write(emptyReport({ sources: [] }), reporterOptions));
  ownTexts.set(name, text);
  return text;
}
const allOriginals = new Set<string>();

describe.each(paths)('%s', (path) => {
  const input = () => sourceOf(path, fixtureBytes(path));
  let originals: ReadonlySet<string> = new Set();
  let [plain, redacted]: readonly Report[] = [];
  let redactedEvents: readonly EventRecord[] = [];
  beforeAll(async () => {
    originals = originalsOf(await collected(events([input()])));
    for (const name of originals) allOriginals.add(name);
    redactedEvents = await collected(events([input()], { redact: { map } }));
    plain = await diagnose([input()]);
    redacted = await diagnose([input()], { redact: { map } });
  }, 60_000);
  // Reporters that are added later are looked at as well.
  test('no report holds a name', async () => {
    const report = redacted ?? expect.unreachable();
    for (const [name, write] of Object.entries(cliReporters)) {
      const own = new Set(leaks(await ownTextOf(name, write), originals));
      const leaked = leaks(await write(report, reporterOptions), originals).filter((word) => !own.has(word));
      expect([name, leaked]).toEqual([name, []]);
    }
    expect(leaks(renderTerminal(outlineSummary(report, 'UTC'), screen), originals)).toEqual([]);
  });
  test('no event holds a name', () => {
    for (const [name, { head, write, separator, foot }] of Object.entries(eventWriters)) {
      const text = head + redactedEvents.map((event) => write(event)).join(separator) + foot;
      expect([name, leaks(text, originals)]).toEqual([name, []]);
    }
  });
  test('nothing else changes', () => {
    const outcome = ({ findings, ruledOut, notChecked, statistics }: Report = expect.unreachable()) => [
      findings.map(({ ruleId, grade, count, evidence }) => [ruleId, grade, count, evidence.length]),
      ruledOut.map(({ ruleId }) => ruleId),
      notChecked.length,
      statistics.map(({ provider, eventId, count }) => [provider, eventId, count]),
    ];
    expect(outcome(redacted)).toEqual(outcome(plain));
  });
});

test('the fixtures hold names', () => expect(allOriginals.size).toBeGreaterThan(20));
