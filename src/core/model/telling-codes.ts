import type { ReportEvidence, Unexplained } from './report.ts';

/** Nearer to zero are numbers of many kinds, and above it each program has its own. */
const LAST_CODE = -100;

/** In what these write `%%1058` stands for the text of a Win32 code: their ParameterMessageFile is kernel32.dll. */
const PARAMETERS_OF_WIN32: ReadonlySet<string | null> = new Set(['Service Control Manager', 'NETLOGON']);
const LAST_WIN32 = 0xffff;
/** A service that ended with a code of its own. */
const SERVICE_SPECIFIC = 7024;

type Shown = Pick<ReportEvidence, 'provider' | 'eventId' | 'codes' | 'text'>;

/** Codes that mean the same wherever they stand. */
export function tellingCodes({ provider, eventId, codes, text }: Shown): readonly number[] {
  const telling = codes.filter((code) => code <= LAST_CODE);
  if (text === null || !PARAMETERS_OF_WIN32.has(provider) || eventId === SERVICE_SPECIFIC) return telling;
  // Above zero stands the reason, which a text tells in words.
  const reasons = codes.filter((code) => code > 0 && code <= LAST_WIN32);
  return [...telling, ...reasons, ...[...text.matchAll(/%%(\d{1,5})\b/g)].map(([, digits]) => Number(digits))].filter(
    (code) => code !== 0,
  );
}

/** The same of a text alone: eight hex digits with a severity are nothing else. */
export function codesOfSample({ provider, eventId, sample: text }: Unexplained): readonly number[] {
  const codes = [...(text ?? '').matchAll(/\b0x([89a-f][\da-f]{7})\b/gi)].map(
    ([, digits]) => Number(`0x${digits}`) | 0,
  );
  return tellingCodes({ provider, eventId, codes, text });
}
