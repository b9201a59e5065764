const FENCE = /^[\s>]{0,40}(`{3,}|~{3,})\s*([^`~]*)$/;
const [TAB, BLANK, QUOTE, TICK, TILDE] = [0x09, 0x20, 0x3e, 0x60, 0x7e];

/** Markdown puts logs between two fences. @returns what the fence of a line calls its language, mostly nothing; null without a fence */
export function fenceIn(line: string): string | null {
  const first = line.charCodeAt(0);
  const mayBe = first === TICK || first === TILDE || first === BLANK || first === QUOTE || first === TAB;
  const [, , name] = (mayBe && FENCE.exec(line)) || [];
  return name?.trim() ?? null;
}

/** Quote marks, and tags that frame a log. */
const FRAME =
  /^(?:[\s>]|<\/?(?:pre|code|blockquote|div|p|br)(?:\s[^<>]{0,200})?\/?>|\[\/?(?:code|quote|pre)\]){1,40}$/i;
/** What these lines begin with. */
const FRAME_SIGNS = '`~><[';

/** Does a line only frame what somebody pasted, without a word? */
export function isFrame(line: string): boolean {
  const text = line.trim();
  return FRAME_SIGNS.includes(text.charAt(0)) && (text === '' || fenceIn(text) !== null || FRAME.test(text));
}

/** Follows the lines of a text in which fences may stand. */
export class FenceWatch {
  /** The line in hand stands behind an opening fence. */
  isOpen = false;
  /** Nothing but empty lines and events stand between the opening fence and the line in hand. */
  isAbove = false;

  /** @param isOutside the line is no part of an event */
  see(line: string, isOutside: boolean): void {
    const fence = fenceIn(line);
    if (fence !== null) {
      this.isOpen = fence !== '' || !this.isOpen;
      this.isAbove = this.isOpen;
    } else if (isOutside && line.trim() !== '') this.isAbove = false;
  }
}
