import { TextCleaner } from '../text/clean.ts';
import { LineMap } from './line-map.ts';

/** Takes a text out of what it was put in: escapes, strings of JSON, a mail. Only the unfinished tail is kept, and that bounded. */
export interface Unwrapper {
  readonly lines: LineMap;
  push(text: string): string;
  end(): string;
}

/** What was taken out so far and not handed on yet, and where it stood. */
export class Unwrapped {
  readonly lines = new LineMap();
  #text = '';
  #line = 1;

  /** @param source the line where it begins; @param step as in `LineMap.note` */
  add(text: string, source: number, step: number): void {
    if (text === '') return;
    this.lines.note(this.#line, source, step);
    this.#text += text;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#line += 1;
  }

  /** The text of one line, which may hold several. */
  addLine(text: string, source: number): void {
    this.add(`${text}\n`, source, text.includes('\n') ? 0 : 1);
  }

  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

/** All of a text at once. */
export const unwrapAll = (text: string, unwrapper: Unwrapper): string => unwrapper.push(text) + unwrapper.end();

/** What an escape or an encoding stood for must not bring back what the text was freed of. */
export function cleaned(text: string): string {
  const cleaner = new TextCleaner();
  return cleaner.push(text) + cleaner.end();
}
