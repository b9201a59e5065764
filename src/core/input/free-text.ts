import type { FreeText } from '../model/parser.ts';

/** What is kept of a source that is one long text; the beginning holds what its writer wanted to say. */
const MAX_CHARACTERS = 8 << 20;

/** Collects lines that belong to no event; neighbours become one text. */
export class FreeTextCollector {
  readonly #found: { lines: string[]; line: number; next: number }[] = [];
  #characters = 0;

  add(text: string, line: number): void {
    const last = this.#found.at(-1);
    const goesOn = last !== undefined && (line === last.next || line === last.next - 1);
    if (text.trim() === '' && !goesOn) return;
    if (this.#characters + text.length > MAX_CHARACTERS) return;
    this.#characters += text.length + 1;
    if (goesOn) {
      last.lines.push(text);
      last.next = line + 1;
    } else this.#found.push({ lines: [text], line, next: line + 1 });
  }

  get found(): readonly FreeText[] {
    return this.#found.map(({ lines, line }) => ({ text: lines.join('\n').trimEnd(), line }));
  }
}
