import type { Level } from '../../model/event.ts';
import { type AgentText, parseAgentText } from '../lines/agent-text.ts';
import { createLineParser, type LineEvent, type LineReader } from '../lines/line-parser.ts';
import { lineSegment } from '../lines/line-segment.ts';
import { namedMonthTime } from '../lines/named-month-time.ts';
import { Names } from '../lines/names.ts';
import { unrelayed } from '../lines/relayed-text.ts';
import { type SyslogPrefix, syslogPrefix } from '../lines/syslog-prefix.ts';
import type { SegmentFormat } from './segment-format.ts';

/** A line of syslog begins with its priority, or with a month or a year. */
const START = /^(?:<\d{1,3}>|[A-Z][a-z]{2} {1,2}\d|\d{4}-\d\d-|security\[)/;
/** `Service_Control_Manager: 7036: text`, as Eventlog-to-Syslog and NTsyslog write it; relays put blanks back and add a process. */
const PROGRAM = /\s(Service Control Manager|[\w.-]{2,128})(?:\[\d{1,10}\])?: (\d{1,5}): /;
/** Without it there is none, which is told sooner. */
const NUMBERED = /: \d{1,5}: /;
/** A tag of one's own that Eventlog-to-Syslog can put in front. */
const TAG = /(?<=\s\S{1,255}\s)[\w.-]{1,64}:\s$/;
/** Programs of Unix print numbers too: the name has to be one of Windows. Eventlog-to-Syslog cuts `Microsoft-Windows-` off. */
const OF_WINDOWS =
  /_|^Microsoft-|^Service Control Manager$|^(?:Kernel|DNS|TerminalServices|Security|Time|WER|Hyper-V|FailoverClustering)-[\w-]+$|^(?:GroupPolicy|WindowsUpdateClient|TaskScheduler|Winlogon|Wininit|DistributedCOM|Security|EventLog|Eventlog|DCOM|VSS|ESE|ESENT|Disk|disk|Ntfs|volsnap|W32Time|NETLOGON|Tcpip|Print|Kerberos|LSASRV|Userenv|SceCli|MSDTC|NTDS|SAM|DNS|DHCPServer|NtFrs|DFSR|MSExchange\w*)$/;
const USER = /^([^:\\]{1,64}\\[^:\\]{1,64}): /;
/** What Eventlog-to-Syslog puts in front of audits: its level is that of syslog. */
const AUDIT = /^AUDIT_(SUCCESS|FAILURE) /;
/** `EvntSLog: [AUF] Wed Jan 05 03:04:05 2005: HOST/Security (540) - "text"` of EventReporter. */
const REPORTER =
  /EvntSLog:\s?(?:\d{1,10}:\s?)?\[(\w{3})\] ([A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}): ([^/\s]{1,255})\/(.{1,256}?) \((\d{1,10})\) - /;
const REPORTER_LEVELS: ReadonlyMap<string, Level> = new Map([
  ['INF', 'information'],
  ['WRN', 'warning'],
  ['ERR', 'error'],
  ['AUS', 'audit-success'],
  ['AUF', 'audit-failure'],
]);

/** `security[failure] 577 DOMAIN\user  text` of NTsyslog. @see etc/decoder.xml of OSSEC */
const NTSYSLOG = /(?:^|\s)security\[(success|failure)\] (\d{1,5}) (?:([^\s\\]{1,64}\\.{1,64}?) {2})?/;

/** Events as smaller agents send them by syslog: the source as the program, then the id and the text. Kiwi puts its own columns in front. */
export const syslogEventsSegment: SegmentFormat = {
  ...lineSegment(
    'syslog',
    isLine,
    createLineParser(() => new SyslogReader()),
  ),
  needs: { first: /[<A-Z\ds]/ },
};

function isLine(line: string): boolean {
  if (!START.test(line)) return false;
  if (line.includes('EvntSLog:')) return REPORTER.test(line);
  if (line.includes('security[')) return NTSYSLOG.test(line.slice(0, MAX_PREFIX));
  if (line.includes('(EventID ') && agentAt(line) !== null) return true;
  const found = NUMBERED.test(line) ? PROGRAM.exec(line.length > 512 ? line.slice(0, 512) : line) : null;
  if (found === null || !OF_WINDOWS.test(found[1] ?? '')) return false;
  return prefixOf(line, found.index).host !== null;
}

/** The program in front of a text of the agent of syslog-ng. */
const AGENT = /\s[\w.-]{1,128}(?:\[\d{1,10}\])?: (?=\S{0,128}: )/;
function agentAt(line: string): { readonly index: number; readonly text: AgentText } | null {
  const found = AGENT.exec(line.length > 512 ? line.slice(0, 512) : line);
  const text = found === null ? null : parseAgentText(line.slice(found.index + found[0].length));
  return found === null || text === null ? null : { index: found.index, text };
}

function prefixOf(line: string, end: number): SyslogPrefix {
  const text = line.slice(0, end + 1);
  const prefix = syslogPrefix(text);
  return prefix.host === null && text.length < MAX_PREFIX ? syslogPrefix(text.replace(TAG, '')) : prefix;
}
const MAX_PREFIX = 400;

class SyslogReader implements LineReader {
  readonly #names = new Names();

  read(line: string, position: number): LineEvent | null {
    if (!isLine(line)) return null;
    const audit = line.includes('security[') ? NTSYSLOG.exec(line.slice(0, MAX_PREFIX)) : null;
    if (audit !== null) return this.#readAudit(line, audit, position);
    const agent = line.includes('(EventID ') ? agentAt(line) : null;
    if (agent !== null) return this.#readAgent(prefixOf(line, agent.index), agent.text, position);
    const reporter = REPORTER.exec(line);
    return reporter === null ? this.#readProgram(line, position) : this.#readReporter(line, reporter, position);
  }

  #readProgram(line: string, position: number): LineEvent | null {
    const found = PROGRAM.exec(line);
    if (found === null) return null;
    const [whole, program = '', id] = found;
    const { level, time, host } = prefixOf(line, found.index);
    const from = found.index + whole.length;
    const user = USER.exec(line.slice(from, from + 132));
    const textAt = from + (user?.[0].length ?? 0);
    const audit = AUDIT.exec(line.slice(textAt, textAt + 16));
    return {
      position,
      recordId: null,
      time,
      host: host === null ? null : this.#names.own(host),
      channel: null,
      provider: this.#names.own(program.replaceAll('_', ' ')),
      eventId: Number(id),
      level: audit === null ? level : audit[1] === 'FAILURE' ? 'audit-failure' : 'audit-success',
      category: null,
      user: this.#names.ownOrNull(user?.[1]),
      message: () => unrelayed(line.slice(textAt + (audit?.[0].length ?? 0))).trim() || null,
      lacksYear: time === null,
    };
  }

  #readAgent({ time, host }: SyslogPrefix, agent: AgentText, position: number): LineEvent {
    return {
      position,
      recordId: null,
      time,
      host: this.#names.ownOrNull(host ?? undefined),
      channel: this.#names.own(agent.log),
      provider: this.#names.own(agent.source),
      eventId: agent.eventId,
      level: this.#names.levelOf(agent.type),
      category: null,
      user: this.#names.ownOrNull(agent.user ?? undefined),
      message: () => unrelayed(agent.message) || null,
      lacksYear: time === null,
    };
  }

  #readAudit(line: string, found: RegExpExecArray, position: number): LineEvent {
    const [whole, outcome, id, user] = found;
    const { time, host } = prefixOf(line, found.index);
    return {
      position,
      recordId: null,
      time,
      host: this.#names.ownOrNull(host ?? undefined),
      channel: 'Security',
      provider: 'Security',
      eventId: Number(id),
      level: outcome === 'failure' ? 'audit-failure' : 'audit-success',
      category: null,
      user: this.#names.ownOrNull(user),
      message: () => unrelayed(line.slice(found.index + whole.length)).trim() || null,
      lacksYear: time === null && found.index > 0,
    };
  }

  #readReporter(line: string, found: RegExpExecArray, position: number): LineEvent {
    const [whole, code = '', date = '', host, source, id] = found;
    const time = namedMonthTime(date);
    const from = found.index + whole.length;
    return {
      position,
      recordId: null,
      time,
      host: this.#names.ownOrNull(host),
      channel: null,
      provider: this.#names.ownOrNull(source),
      eventId: Number(id),
      level: REPORTER_LEVELS.get(code.toUpperCase()) ?? null,
      category: null,
      user: null,
      message: () => unrelayed(line.slice(from)).trim().replace(/^"|"$/g, '').trim() || null,
      badTime: time === null ? date : undefined,
    };
  }
}
