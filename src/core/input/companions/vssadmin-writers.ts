import { blocksOf, type Companion, type OutputLine, Telling } from './companion.ts';

/** Well-known writers by id, which is the same in every language. @see vssadmin list writers; MS documentation of in-box writers */
const WRITERS: ReadonlyMap<string, string> = new Map([
  ['e8132975-6f93-4464-a53e-1050253ae220', 'System Writer'],
  ['afbab4a2-367d-4d15-a586-71dbb18f8485', 'Registry Writer'],
  ['542da469-d3e1-473c-9f4f-7847f01fc64f', 'COM+ REGDB Writer'],
  ['be000cbe-11fe-4426-9c58-531aa6355fc4', 'ASR Writer'],
  ['a6ad56c2-b509-4e6c-bb19-49d8f43532f0', 'WMI Writer'],
  ['a65faa63-5ea8-4ebc-9dbd-a0c4db26912a', 'SqlServerWriter'],
  ['59b1f0cf-90ef-465f-9609-6ca8b2938366', 'IIS Metabase Writer'],
  ['eee8c692-67ed-4250-8d86-390603070d00', 'Event Log Writer'],
  ['cd3f2362-8bef-46c7-9181-d62844cdc0b2', 'MSSearch Service Writer'],
  ['b2014c9e-8711-4c5c-a5a9-3cf384484757', 'NTDS'],
  ['76fe1ac4-15f7-4bcd-987e-8e1acb462fb7', 'Microsoft Exchange Writer'],
  ['66841cd4-6ded-4f4b-8f17-fd23f8ddc3de', 'Microsoft Hyper-V VSS Writer'],
  ['1072ae1c-e5a7-4ea1-9e4a-6f7964656570', 'Cluster Shared Volume VSS Writer'],
  ['4dc3bdd4-ab48-4d07-adb0-3bee2926fd7f', 'Shadow Copy Optimization Writer'],
]);

/** VSS_WRITER_STATE, in the order of its numbers from 1 on. @see vswriter.h */
const STATES = [
  'stable',
  'waiting for freeze',
  'waiting for thaw',
  'waiting for post snapshot',
  'waiting for completion',
  'failed at identify',
  'failed at prepare backup',
  'failed at prepare snapshot',
  'failed at freeze',
  'failed at thaw',
  'failed at post snapshot',
  'failed at backup complete',
  'failed at pre restore',
  'failed at post restore',
  'failed at backup shutdown',
];
const FIRST_FAILED = 6;
const STABLE = 1;

/** Words of the last error, with the code each stands for. German beside English; the words of other languages stay words. */
const ERRORS: readonly (readonly [words: RegExp, code: string])[] = [
  [/inconsistent shadow copy|inkonsistente/i, '0x800423f0'],
  [/out of resources|nicht gen\S+gend ressourcen/i, '0x800423f1'],
  [/timed? ?out|zeit\S*berschreitung|zeitlimit/i, '0x800423f2'],
  [/non-?retryable|nicht wiederholbar/i, '0x800423f4'],
  [/retryable|wiederholbar/i, '0x800423f3'],
];
const NO_ERROR =
  /^(?:no error|kein fehler|aucune erreur|sin errores?|nessun errore|нет ошибок|ошибок нет|エラーなし|没有错误)/i;

const NAME = /^\s*\S[^:：'"]{2,40}[:：]\s*(['"‘’“”„«])(.{1,120})['"‘’“”»]\s*$/;
const GUID = /^\s*\S[^:：{]{2,60}[:：]\s*\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}\s*$/i;
const STATE = /[:：]\s*\[(\d{1,2})\]\s*(.*)$/;
const LABELLED = /^\s*[^:：]{3,60}[:：]\s*(.*)$/;
const BANNER = /^vssadmin 1\.\d\b/;

/** Of a writer; who pastes one often leaves its ids out. */
const MAX_LINES_TO_STATE = 4;

/** `vssadmin list writers` in any language: a quoted name, two GUIDs, a number in brackets, the last error. */
export const vssadminWriters: Companion = {
  tool: 'vssadmin',
  needs: { holds: [...'\'"‘’“”„«'] },
  begins: (lines) => NAME.test(lines(0) ?? '') && (GUID.test(lines(1) ?? '') || hasStateBelow(lines)),
  continues: (line) =>
    NAME.test(line) || GUID.test(line) || STATE.test(line) || LABELLED.test(line) || BANNER.test(line),
  read(lines) {
    const telling = new Telling('vssadmin');
    for (const writer of blocksOf(lines, (line) => NAME.test(line))) tell(writer, telling);
    return telling;
  },
};

function hasStateBelow(lines: (index: number) => string | undefined): boolean {
  for (let index = 1; index < MAX_LINES_TO_STATE; index += 1) {
    const line = lines(index) ?? '';
    if (STATE.test(line)) return LABELLED.test(lines(index + 1) ?? '');
    if (!LABELLED.test(line)) return false;
  }
  return false;
}

function tell(lines: readonly OutputLine[], telling: Telling): void {
  const [first] = lines;
  const shown = NAME.exec(first?.text ?? '')?.[2] ?? '';
  const stateAt = lines.findIndex(({ text }) => STATE.test(text));
  const state = Number(STATE.exec(lines[stateAt]?.text ?? '')?.[1] ?? Number.NaN);
  if (first === undefined || Number.isNaN(state)) return;
  const id = (GUID.exec(lines[1]?.text ?? '')?.[1] ?? '').toLowerCase();
  const words = LABELLED.exec(lines[stateAt + 1]?.text ?? '')?.[1]?.trim() ?? '';
  const error = ERRORS.find(([pattern]) => pattern.test(words))?.[1] ?? '';
  const writer = WRITERS.get(id) ?? shown;
  const stateWords = STATES[state - 1] ?? `state ${state}`;
  const isFailed = state >= FIRST_FAILED || error !== '';
  telling.fact(`writer.${writer}`, [stateWords, NO_ERROR.test(words) ? '' : words].filter(Boolean).join(', '), first);
  if (state === STABLE && error === '') return;
  telling.observe(
    isFailed ? 'error' : 'warning',
    { writer, writerId: id, state: stateWords, stateNumber: `${state}`, lastError: words, code: error },
    lines,
  );
}
