import type { Tone } from '../../core/report/outline/document.ts';

/** Select Graphic Rendition parameters, ECMA-48 8.3.117; the sixteen colours that every theme makes readable. */
const parameters: Readonly<Record<Tone, string>> = {
  plain: '',
  log: '',
  strong: '1',
  quiet: '2',
  code: '36',
  good: '32',
  warn: '33',
  bad: '31',
  confirmed: '1',
  likely: '1',
  possible: '1',
  critical: '1;37;41',
  high: '1;31',
  medium: '33',
  low: '36',
  info: '2',
};

export type Paint = (text: string, tone: Tone) => string;

/** @param text escaped already: what comes out goes to the terminal as it is. */
export const colourPaint: Paint = (text, tone) => {
  const code = parameters[tone];
  return code === '' || text === '' ? text : `\u001b[${code}m${text}\u001b[0m`;
};
export const plainPaint: Paint = (text) => text;
