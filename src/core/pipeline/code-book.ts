import type { CodeReading } from '../knowledge/codes/decode.ts';
import { type CodeBook, type CodeName, noCodes } from '../model/code-book.ts';
import { groupBy } from '../model/group-by.ts';
import type { Report } from '../model/report.ts';
import { codesOfSample, LAST_DECIMAL, tellingCodes } from './telling-codes.ts';

/** Each is looked for in every table. */
const MAX_CODES = 200;

/** A code, and the program that wrote it: that tells which family is meant. */
interface WrittenCode {
  readonly code: number;
  readonly provider: string | null;
}
const writtenBy = (provider: string | null, codes: readonly number[]): readonly WrittenCode[] =>
  codes.map((code) => ({ code, provider }));

/** Names the codes of findings, and of events that no rule explains. The tables are loaded only if there are codes. */
export async function codeBookOf({ findings, unexplained }: Report): Promise<CodeBook> {
  const codesByPlace = [
    ...findings.map(
      (one) => [one, one.evidence.flatMap((event) => writtenBy(event.provider, tellingCodes(event)))] as const,
    ),
    ...unexplained.map((one) => [one, writtenBy(one.provider, codesOfSample(one))] as const),
  ].filter(([, codes]) => codes.length > 0);
  if (codesByPlace.length === 0) return noCodes;
  const { decode } = await import('../knowledge/codes/decode.ts');
  const nameOf = nameOnce(decode);
  return new Map(
    codesByPlace.map(([place, codes]) => [
      place,
      [...groupBy(codes, ({ code }) => code).values()].flatMap(([first]) => nameOf(first) ?? []),
    ]),
  );
}

function nameOnce(decode: (text: string) => readonly CodeReading[]): (written: WrittenCode) => CodeName | null {
  const nameByCode = new Map<string, CodeName | null>();
  return ({ code, provider }) => {
    const text = `${code} ${provider ?? ''}`;
    const known = nameByCode.get(text);
    if (known !== undefined || nameByCode.size >= MAX_CODES) return known ?? null;
    const reading = decode(text).find((one) => one.code === code);
    const name = reading === undefined ? null : toName(reading);
    nameByCode.set(text, name);
    return name;
  };
}

const toName = ({ code, hex, name, meaning }: CodeReading): CodeName => ({
  code: code > LAST_DECIMAL ? `${code}` : hex,
  name,
  meaning,
});
