/** Where a name that mail broke in two goes on: not an attribute, which has a `=`. */
const BROKEN_NAME = /(<\/?[A-Za-z_][\w.:-]*)[ \t]*\r?\n[ \t]*(?=[\w.:-]+\s*\/?>|[\w.:-]+[ \t\r\n]+[\w.:-]+\s*=)/g;
const BROKEN_ATTRIBUTE = /(\s[A-Za-z_][\w.:-]*)[ \t]*\r?\n[ \t]*(?=[\w.:-]+\s*=)/g;
/** Not followed by what a tag begins with, or by another `<` before its own `>`: text. */
const STRAY_LESS = /<(?![A-Za-z_/])|<(?=[^<>"']*<)/g;
const STRAY_AMPERSAND = /&(?!(?:#\d{1,10}|#x[\da-f]{1,8}|\w{1,20});)/gi;
const TAG = /<[A-Za-z_][^<>]*>/g;
const SMART_VALUE = /=\s*[“”„‘’]([^“”„‘’"'<>]*)[“”„‘’]/g;
const GLUED_VALUE = /(=\s*(?:"[^"<>]*"|'[^'<>]*'))(?=[A-Za-z_])/g;

/** A closing tag that mail broke in two, so that the search for the end of the event missed it. */
const BROKEN_END = /<\/(?:[\w.-]{1,64}:)?E[\r\n]*v[\r\n]*e[\r\n]*n[\r\n]*t[ \t\r\n]*>/;

/** What stands in a cell of CSV has its quotes doubled. */
const DOUBLED = /^[^>]*\sxmlns=""http/;
const undoubled = (xml: string): string => (DOUBLED.test(xml) ? xml.replaceAll('""', '"') : xml);

/**
 * Makes one event well-formed again where only one reading is possible: text with bare `&` and `<`, names that a line break cut in two, and the
 * no-break blanks, smart quotes and lost line breaks of a copy out of a web page. The result is parsed again, so a wrong guess is
 * never more than a record that stays malformed. Not with CDATA or comments, inside which all of this is legal.
 */
export function repairXml(xml: string): string | null {
  if (xml.includes('<!')) return null;
  return undoubled(xml)
    .replace(BROKEN_NAME, '$1')
    .replace(STRAY_LESS, '&lt;')
    .replace(STRAY_AMPERSAND, '&amp;')
    .replace(TAG, (tag) =>
      tag
        .replace(/\u00a0/g, ' ')
        .replace(SMART_VALUE, '="$1"')
        .replace(GLUED_VALUE, '$1 ')
        .replace(BROKEN_ATTRIBUTE, '$1'),
    );
}

/** @returns the event up to a closing tag that a line break cut in two; null without one. */
export function cutAtBrokenEnd(xml: string): string | null {
  const end = BROKEN_END.exec(xml);
  return end === null ? null : xml.slice(0, end.index + end[0].length);
}

/** The values of an event or its text, behind which nothing but a piece of its closing tag and the end of the list may stand. */
const LAST_PART =
  /<\/(?:([\w.-]{1,64}):)?(?:EventData|UserData|RenderingInfo|DebugData|BinaryEventData)\s{0,8}>(?=[^<]*(?:<(?:\/[\w.:-]{0,70})?$|<\/(?:[\w.-]{1,64}:)?Events\s{0,8}>[^<]*$|$))/;

/** @returns the event whose closing tag alone is missing, and how long it is without; null where more is. */
export function upToLastPart(xml: string): { readonly length: number; readonly closed: string } | null {
  const last = LAST_PART.exec(xml);
  if (last === null) return null;
  const [tag, prefix] = last;
  const length = last.index + tag.length;
  return { length, closed: `${xml.slice(0, length)}</${prefix === undefined ? '' : `${prefix}:`}Event>` };
}

const SYSTEM_END = /<\/(?:[\w.-]{1,64}:)?System\s{0,8}>/;
const ANY_TAG = /<(\/?)([A-Za-z_][\w.:-]{0,100})([^<>]*)>/g;
/** No event of Windows has as many. */
const MAX_OPEN = 16;

/** @returns what is there of an event that the input cut behind its head: up to its last whole value. Null where the head is not whole. */
export function upToLastValue(xml: string): string | null {
  if (!SYSTEM_END.test(xml) || xml.includes('<!')) return null;
  const open: string[] = [];
  let whole = { length: 0, open: '' };
  for (const { index, 0: tag, 1: slash, 2: name = '', 3: rest = '' } of xml.matchAll(ANY_TAG)) {
    if (slash === '/') {
      if (open.pop() !== name) return null;
    } else if (!rest.endsWith('/') && open.push(name) > MAX_OPEN) return null;
    if (slash === '/' || rest.endsWith('/')) whole = { length: index + tag.length, open: open.join(' ') };
  }
  const closing = whole.open.split(' ').reverse();
  return whole.open === '' ? null : xml.slice(0, whole.length) + closing.map((name) => `</${name}>`).join('');
}
