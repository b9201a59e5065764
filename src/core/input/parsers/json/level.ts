import { levelFromWord } from '../../../knowledge/words/levels.ts';
import type { Level } from '../../../model/event.ts';
import { levelFrom } from '../../event-schema/values.ts';

/** Numbers of the NT log (winnt.h, EVENTLOG_*_TYPE); 0 is success, which the viewer shows as information. */
const TYPES: ReadonlyMap<string, Level> = new Map([
  ['0', 'information'],
  ['1', 'error'],
  ['2', 'warning'],
  ['4', 'information'],
  ['8', 'audit-success'],
  ['16', 'audit-failure'],
]);
/** Words of programs, folded; the words of Windows stand in knowledge/words. */
const WORDS: ReadonlyMap<string, Level> = new Map([
  ['info', 'information'],
  ['informational', 'information'],
  ['notice', 'information'],
  ['success', 'information'],
  ['logalways', 'information'],
  ['none', 'information'],
  ['warn', 'warning'],
  ['err', 'error'],
  ['crit', 'critical'],
  ['fatal', 'critical'],
  ['debug', 'verbose'],
  ['auditsuccess', 'audit-success'],
  ['successaudit', 'audit-success'],
  ['auditfailure', 'audit-failure'],
  ['failureaudit', 'audit-failure'],
]);

const wordLevel = (text: string): Level | null =>
  WORDS.get(text.toLowerCase().replace(/[\s_-]+/g, '')) ?? levelFromWord(text)?.level ?? null;

/** `0x…` of 16 digits; programs also write the 64 bits as a number, signed or not. null when it is neither. */
export function keywordsHex(text: string): string | null {
  if (/^0x[\da-f]{1,16}$/i.test(text)) return text;
  return /^-?\d{1,20}$/.test(text) ? `0x${BigInt.asUintN(64, BigInt(text)).toString(16).padStart(16, '0')}` : null;
}

/** The level that a record states by number, word, type or keywords. */
export function levelOf(level: string | null, type: string | null, keywords: string | null): Level | null {
  const named = level === null ? null : (levelFrom(level, null) ?? wordLevel(level) ?? TYPES.get(level) ?? null);
  const typed = type === null ? null : (TYPES.get(type) ?? wordLevel(type));
  // An audit that failed has the severity of an error.
  if (typed?.startsWith('audit')) return typed;
  const stated = named ?? typed;
  if (stated !== null && stated !== 'information') return stated;
  const audit = keywords === null ? null : (levelFrom('0', keywordsHex(keywords)) ?? null);
  if (audit !== null && audit !== 'information') return audit;
  return auditIn(keywords ?? '') ?? stated;
}

/** One keyword, or a list of them as JSON has it. */
function auditIn(keywords: string): Level | null {
  const levels = keywords.split(/[[\]",]/).map((word) => wordLevel(word));
  return levels.find((level) => level?.startsWith('audit')) ?? null;
}
