import type { Finding, Unexplained } from '../../model/report.ts';
import { type Document, log, quiet, text } from './document.ts';
import type { View } from './view.ts';

const MAX_LINES = 6;

/** The error codes of a finding's evidence, or of an event that no rule explains, by their names. */
export const describeCodes = ({ codes: book }: View, place: Finding | Unexplained): Document =>
  (book.get(place) ?? [])
    .slice(0, MAX_LINES)
    .map(({ code, name, meaning }) =>
      text(log(code), ` ${name}`, ...(meaning === null ? [] : [quiet(`: ${meaning}`)])),
    );
