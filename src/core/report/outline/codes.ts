import type { Finding, Unexplained } from '../../model/report.ts';
import { codesOfSample, tellingCodes } from '../../model/telling-codes.ts';
import { type Document, log, quiet, text } from './document.ts';
import type { View } from './view.ts';

const MAX_LINES = 6;

const describe = ({ codes: book }: View, codes: readonly number[]): Document =>
  [...new Set(codes)]
    .flatMap((code) => book.get(code) ?? [])
    .slice(0, MAX_LINES)
    .map(({ code, name, meaning }) =>
      text(log(code), ` ${name}`, ...(meaning === null ? [] : [quiet(`: ${meaning}`)])),
    );

/** The error codes of the evidence by their names. */
export const describeCodes = (view: View, { evidence }: Finding): Document =>
  describe(view, evidence.flatMap(tellingCodes));

/** The same of an event that no rule explains. */
export const describeCodesOfSample = (view: View, one: Unexplained): Document => describe(view, codesOfSample(one));
