import { scanCodes } from '../knowledge/codes/scan.ts';
import { toldReason } from '../knowledge/words/told-reason.ts';
import type { ReportEvidence, Unexplained } from '../model/report.ts';

/** Up to it codes have a facility and are written in hex; above it are the decimal ones of the database engine. */
export const LAST_DECIMAL = -0x1_0000;
/** Nearer to zero are numbers of many kinds, and above it each program has its own. */
const LAST_CODE = -100;

/** In what these write `%%1058` stands for the text of a Win32 code: their ParameterMessageFile is kernel32.dll. */
const PARAMETERS_OF_WIN32: ReadonlySet<string | null> = new Set(['Service Control Manager', 'NETLOGON']);
/** A service that ended with a code of its own. */
const SERVICE_SPECIFIC = 7024;

/** Codes that mean the same wherever they stand. */
export function tellingCodes({
  provider,
  eventId,
  codes,
  text,
}: Pick<ReportEvidence, 'provider' | 'eventId' | 'codes' | 'text'>): readonly number[] {
  const telling = codes.filter((code) => code <= LAST_CODE);
  if (text === null || !PARAMETERS_OF_WIN32.has(provider) || eventId === SERVICE_SPECIFIC) return telling;
  const inWords = toldReason({ provider, providerAlias: null, eventId, message: text });
  const referredTo = [...text.matchAll(/%%(\d{1,5})\b/g)].map(([, digits]) => Number(digits));
  return [...telling, ...(inWords === null ? [] : [inWords]), ...referredTo].filter((code) => code !== 0);
}

/** Only in its texts a small negative number is a code; in others it may be an offset in minutes. */
const DATABASE_ENGINE = /^ESE(?:NT|9[78])?$/i;

/** The same of an event of which only the text is known. */
export function codesOfSample({ provider, eventId, sample: text }: Unexplained): readonly number[] {
  const found = new Set<number>();
  if (text !== null) scanCodes(text, found);
  const isEngine = DATABASE_ENGINE.test(provider ?? '');
  const codes = [...found].filter((code) => code <= LAST_DECIMAL || isEngine);
  return tellingCodes({ provider, eventId, codes, text });
}
