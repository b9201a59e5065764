const RULER = /^[\s>]{0,40}([=_~*#+-])\1{4,199}\s*$/;

/** The line that people draw between an event and what they write, without what frames it; null: this is none. */
export const rulerIn = (text: string): string | null =>
  RULER.test(text) ? text.replace(/^[\s>]+/, '').trimEnd() : null;
