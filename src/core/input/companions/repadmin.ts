import { PARTITION } from '../partition.ts';
import { type Companion, type OutputLine, Telling } from './companion.ts';

/** A link to a partner whose last replication failed. */
interface FailedLink {
  readonly partner: string;
  readonly partition?: string;
  /** The number of the error, in decimals. */
  readonly result: string;
  readonly failures?: string;
  readonly lines: readonly OutputLine[];
}

/** `Default-First-Site-Name\DC1 via RPC`; German has another word in front of the transport. */
const NEIGHBOR = /^[\s>]*[^\s\\][^\\]{0,63}\\([\w-]{1,63}) \p{L}{2,8} (?:RPC|IP|SMTP)\s*$/u;
/** `Last attempt @ 2020-11-19 12:48:49 failed, result 1722 (0x6ba):`: in any language the sign, the time, and the number twice. */
const ATTEMPT = /@ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b(.{0,60})/;
const RESULT = /(-?\d{1,10})\s?\(0x([\da-f]{1,8})\)/i;
const FAILURES = /^[\s>]*(\d{1,9}) consecutive failure/i;
/** ` DC1   15h:22m:10s    5 /   5  100  (1722) The RPC server is unavailable.` of `/replsummary` */
const SUMMARY =
  /^[\s>]*([\w-]{1,63})\s+(?:>?\d{1,5} (?:days|Tage)|\(\w{1,12}\)|[\d:.]{0,9}:?(?:\d{1,5}[dhms][.:]?)+)\s+(\d{1,5})\s?\/\s{0,8}(\d{1,5})\s+\d{1,3}\s+\((\d{1,10})\)/;
const START = /^[\s>]*(?:Repadmin: |={3,}\s*INBOUND NEIGHBORS\b|(?:Source|Destination) DSA\s+largest delta\b)/;
const PARTS =
  /^[\s>]*(?:Repadmin: |=+\s*\p{L}|DSA |Site |DC=|CN=|Source:|Source DSA|Destination DSA|Last |Letzte|Replication Summary|Beginning data|\.{4,}|\*{4,}|\d+ consecutive|The |Der |Die |Es |Naming Context:|\(?\d|Experienced|[\w-]{1,63}\\[\w-]{1,63}\s*$)/iu;

const isFailed = (line: string): boolean => resultOf(line) !== null;

/** The number stands there twice; a line that has it once, or says 0, is none. */
function resultOf(line: string): string | null {
  if (!line.includes('@') || !line.includes('0x')) return null;
  const [, decimal = '', hex = ''] = RESULT.exec(ATTEMPT.exec(line)?.[1] ?? '') ?? [];
  const number = Number(decimal);
  return decimal === '' || number === 0 || number >>> 0 !== Number.parseInt(hex, 16) ? null : decimal;
}

/** `repadmin /showrepl` and `/replsummary`: the partners that replication fails with. */
export const repadmin: Companion = {
  tool: 'repadmin',
  needs: { holds: ['\\', '@', '/', 'Repadmin: ', 'NEIGHBORS', 'largest delta'] },
  begins: (lines) => {
    const line = lines(0) ?? '';
    return NEIGHBOR.test(line) || START.test(line) || SUMMARY.test(line) || isFailed(line);
  },
  isMark: (line) => isFailed(line) || SUMMARY.test(line),
  continues: (line) => PARTS.test(line) || NEIGHBOR.test(line) || ATTEMPT.test(line) || SUMMARY.test(line),
  read(lines) {
    const telling = new Telling('repadmin');
    for (const { lines: own, ...link } of failedLinks(lines)) telling.observe('error', { ...link }, own);
    return telling;
  },
};

/** Posters double the ends of lines. */
const MAX_BEHIND = 6;

function failedLinks(lines: readonly OutputLine[]): readonly FailedLink[] {
  const links: FailedLink[] = [];
  let partition: string | undefined;
  let neighbor: OutputLine | undefined;
  for (const [index, line] of lines.entries()) {
    const { text } = line;
    partition = PARTITION.exec(text)?.[1] ?? partition;
    if (NEIGHBOR.test(text)) neighbor = line;
    const [, summarised, failures, , number] = SUMMARY.exec(text) ?? [];
    if (summarised !== undefined && number !== undefined && failures !== undefined)
      links.push({ partner: summarised, result: number, failures, lines: [line] });
    const result = resultOf(text);
    const partner = NEIGHBOR.exec(neighbor?.text ?? '')?.[1];
    if (result === null || neighbor === undefined || partner === undefined) continue;
    const behind = lines.slice(index + 1, index + 1 + MAX_BEHIND).filter((one) => one.text.trim() !== '');
    const count = behind.slice(0, 3).flatMap((one) => FAILURES.exec(one.text)?.[1] ?? [])[0];
    links.push({
      partner,
      result,
      lines: [neighbor, line, ...behind.slice(0, 1)],
      ...(partition === undefined ? {} : { partition }),
      ...(count === undefined ? {} : { failures: count }),
    });
  }
  return links;
}
