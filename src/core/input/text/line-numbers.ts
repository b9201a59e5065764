/** Line numbers of places in a text that comes in windows, asked for in ascending order. */
export class LineNumbers {
  #line = 1;
  /** Of the next line end in the window; -1 without one. */
  #next = 0;

  /** @param index in `window`, not below the one asked before */
  at(window: string, index: number): number {
    let next = this.#next;
    while (next !== -1 && next < index) {
      this.#line += 1;
      next = window.indexOf('\n', next + 1);
    }
    this.#next = next;
    return this.#line;
  }

  /** Goes on at `index` of another window, which is where the last one ended. */
  enter(window: string, index: number): void {
    this.#next = window.indexOf('\n', index);
  }
}
