import type { Finding } from '../../model/report.ts';
import { tellingCodes } from '../../model/telling-codes.ts';
import { type Document, log, quiet, text } from './document.ts';
import type { View } from './view.ts';

const MAX_LINES = 6;

/** The error codes of the evidence by their names. */
export function describeCodes({ codes }: View, { evidence }: Finding): Document {
  const named = [...new Set(evidence.flatMap(tellingCodes))].flatMap((code) => codes.get(code) ?? []);
  return named
    .slice(0, MAX_LINES)
    .map(({ code, name, meaning }) =>
      text(log(code), ` ${name}`, ...(meaning === null ? [] : [quiet(`: ${meaning}`)])),
    );
}
