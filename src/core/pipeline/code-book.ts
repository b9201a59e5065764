import { type CodeBook, type CodeName, noCodes } from '../model/code-book.ts';
import type { Report } from '../model/report.ts';
import { codesOfSample, tellingCodes } from '../model/telling-codes.ts';

/** Codes without a facility are written as decimal numbers. */
const LAST_DECIMAL = -0x1_0000;
const MAX_CODES = 200;

/** The codes of the evidence, and of events that no rule explains, that have a name. The tables are loaded only if there are codes. */
export async function codeBookOf({ findings, unexplained }: Report): Promise<CodeBook> {
  const providerByCode = new Map<number, string>();
  const note = (codes: readonly number[], provider: string | null): void => {
    for (const code of codes)
      if (providerByCode.size < MAX_CODES && !providerByCode.has(code)) providerByCode.set(code, provider ?? '');
  };
  for (const event of findings.flatMap(({ evidence }) => evidence)) note(tellingCodes(event), event.provider);
  for (const one of unexplained) note(codesOfSample(one), one.provider);
  if (providerByCode.size === 0) return noCodes;
  const { decode } = await import('../knowledge/codes/decode.ts');
  const book = new Map<number, CodeName>();
  for (const [code, provider] of providerByCode) {
    // The program that wrote it tells which family is meant.
    const reading = decode(`${code} ${provider}`).find((one) => one.code === code);
    if (reading === undefined) continue;
    const { hex, name, meaning } = reading;
    book.set(code, { code: code > LAST_DECIMAL ? `${code}` : hex, name, meaning });
  }
  return book;
}
