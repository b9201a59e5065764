/** A page makes dashes of five hyphens. */
const RULER = /^[\s>]{0,40}(?:([=_~*#+-])\1{4,199}|[—–]{2,100}-?)\s*$/;

/** The line that people draw between an event and what they write, without what frames it; null: this is none. */
export const rulerIn = (text: string): string | null =>
  RULER.test(text) ? text.replace(/^[\s>]+/, '').trimEnd() : null;

/** A line that was drawn below a message is none of it; one of several like it may frame a part of it. */
export function withoutRulerEnd(message: string): string {
  const at = message.lastIndexOf('\n');
  const [text, end] = [message.slice(0, Math.max(0, at)), message.slice(at + 1)];
  const ruler = rulerIn(end);
  return ruler === null || text.includes(ruler) ? message : text.trimEnd();
}
