/** No message is longer: an event holds 64 KiB. */
const MAX_MESSAGE = 1 << 18;

/** The lines of a message while it is read. */
export class MessageLines {
  readonly #lines: string[] = [];
  /** null: to be looked for. Each line asks for it. */
  #last: string | null = '';
  #characters = 0;

  get text(): string {
    return this.#lines.join('\n').trim();
  }
  /** The last line that is not empty. */
  get last(): string {
    this.#last ??= this.#lines.findLast((line) => line.trim() !== '') ?? '';
    return this.#last;
  }
  /** The last line, whatever it holds. */
  get end(): string {
    return this.#lines.at(-1) ?? '';
  }
  get endsInBlank(): boolean {
    return this.#lines.at(-1)?.trim() === '';
  }

  hasRoomFor(text: string): boolean {
    return this.#characters + text.length <= MAX_MESSAGE;
  }
  holds(part: string): boolean {
    return this.#lines.some((line) => line.includes(part));
  }

  push(text: string): void {
    this.#lines.push(text);
    if (text.trim() !== '') this.#last = text;
    this.#characters += text.length;
  }
  /** Puts another text in the place of the last line, if there is one. */
  changeEnd(change: (line: string) => string): void {
    const end = this.#lines.pop();
    if (end !== undefined) this.#lines.push(change(end));
    this.#last = null;
  }
  dropBlankEnd(): void {
    while (this.endsInBlank) this.#lines.pop();
  }
}
