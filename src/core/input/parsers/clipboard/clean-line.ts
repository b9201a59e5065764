import { headingBefore } from '../../../knowledge/words/headings.ts';
import { looseField } from '../../../knowledge/words/loose-keys.ts';
import { marksLength } from '../../line-marks.ts';
import { decodeEntities } from '../../text/entities.ts';
import { unescapeText } from '../../text/unescape.ts';
import { findEnclosure, NO_ENCLOSURE } from './enclosure.ts';
import { ToolPrefix } from './tool-prefix.ts';
import { UnshownParts } from './unshown-parts.ts';

/** Tags that only lay out text. Other names in angle brackets are text, or placeholders. */
const LAYOUT_TAG =
  /<\/?(?:a|b|big|body|center|dd|dl|em|font|i|kbd|ol|samp|small|span|strong|table|tbody|td|th|thead|tt|u|ul)(?:\s[^<>]{0,300})?\/?>/gi;
/** An empty line stands in front of a paragraph. */
const PARAGRAPH_TAG = /<(?:p|para|h[1-6]|blockquote)(?:\s[^<>]{0,300})?>/gi;
const BREAK_TAG =
  /<(?:\/?br(?:\s[^<>]{0,100})?\/?|\/?(?:p|para|div|tr|li|dt|h[1-6]|pre|blockquote)(?:\s[^<>]{0,300})?)>/gi;
/** What was escaped once too often. */
const ESCAPED_BREAK = /&(?:amp;)?lt;(\/?br\s{0,4}\/?|\/?(?:p|div))&(?:amp;)?gt;/gi;
/** Articles write `<code>` as a placeholder, too; then it has no end. */
const CODE_TAG = /<\/?code(?:\s[^<>]{0,300})?>/gi;
/** Where a listing begins, its end stands lines below. */
const LISTING_TAG =
  /(^\s{0,40}|<(?:pre|p|div|li|td)(?:\s[^<>]{0,300})?>\s{0,8}(?:<span[^<>]{0,300}><\/span>)?)<code(?:\s[^<>]{0,300})?>/gi;
const BBCODE_TAG = /\[\/?(?:b|i|u|code|quote|size|color|font|pre)(?:=[^[\]]{0,60})?\]/gi;
/** Blanks of fixed width, which pages put where the viewer had ordinary ones. */
const FIXED_BLANKS = /[\u00a0\u2000-\u200a\u202f]/g;
/** Pages put these between letters to let a line break, or not. */
const INVISIBLE = /[\u200b\u2060\ufeff]/g;
/** A sign of markup, or a mark that may end what encloses a log. */
const ODD = /[<&[\u00a0\u2000-\u200b\u202f\u2060\ufeff|\t]|`{3}|\]\]>|\{(?:noformat|code|quote)\}/;
/** Of those signs the ones that mean something in the middle of a line. */
const MARKUP = /[<&\u00a0\u2000-\u200b\u202f\u2060\ufeff|\t]|\[\//;
const ENCLOSURE_SIGN = /[<[]|`{3}|\]\]>|\{(?:noformat|code|quote)\}/;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,7});/i;
/** A line of the source of a page that only lays out a table. */
const TABLE_TAGS = /^\s{0,80}(?:<\/?(?:table|thead|tbody|tr|th|td)(?:\s[^<>]{0,300})?>\s{0,80}){1,20}$/i;
const ROW = /^[\s>]{0,40}\|./;
const MAX_KEY = 40;
/** A value of YAML, TOML or a piece of JSON that is the whole of its line, between double quotes. */
const QUOTED_VALUE = /^\s{0,40}(?:- )?(?:"?[\w.-]{1,40}"?\s?[:=]\s?)?"((?:[^"\\]|\\.){40,})"\s*,?\s*$/;
/** A heading behind an escaped line end. Folders may begin with n, too: `C:\new`. */
const ESCAPED_HEADING = /\\n[ \t]{0,8}[^\\":：]{2,40}[:：]/g;
const MIN_HEADINGS = 3;

/** Takes remains of HTML, BBCode and tables out of lines. Once it saw markup, character references are markup too. */
export class LineCleaner {
  #isHtml = false;
  readonly #prefix = new ToolPrefix();
  readonly #unshown = new UnshownParts();

  /** Of the lines cleaned last, the one behind which what encloses a log ends; -1 without one. */
  closedAt = -1;
  /** In the lines cleaned last begins what encloses a log. */
  opens = false;

  /** The line cleaned last is the row of a table, between bars. */
  isRow = false;

  /** The lines that a line of a page holds: a tag may break it. */
  clean(raw: string): readonly string[] {
    const line = this.#unshown.strip(raw);
    if (line === null) return [];
    const lines = linesOfValue(line);
    if (lines === null) return this.#cleanLine(line);
    const texts = lines.flatMap((one) => this.#cleanLine(one));
    // The quote encloses the log.
    [this.closedAt, this.opens] = [texts.length - 1, false];
    return texts;
  }

  #cleanLine(line: string): readonly string[] {
    const raw = this.#prefix.strip(line);
    const texts = this.#clean(raw);
    if (!this.#prefix.hasEnded) return texts;
    // What the tool showed ends in front of this line.
    [this.closedAt, this.opens] = [0, false];
    return ['', ...texts];
  }

  #clean(raw: string): readonly string[] {
    this.closedAt = -1;
    this.opens = false;
    this.isRow = false;
    if (!ODD.test(raw)) return [raw];
    this.isRow = ROW.test(raw) && raw.trimEnd().endsWith('|');
    const { end, behind, opens } = ENCLOSURE_SIGN.test(raw) ? findEnclosure(raw) : NO_ENCLOSURE;
    this.opens = opens;
    if (end < 0 && !opens && TABLE_TAGS.test(raw)) return [];
    if (end < 0) return this.#withoutMarkup(raw);
    const [inside, outside] = [raw.slice(0, end), raw.slice(behind)].map((part) => this.#withoutMarkup(part));
    this.closedAt = (inside?.length ?? 0) - 1;
    return [...(inside ?? []), ...(outside?.some((text) => text.trim() !== '') === true ? outside : [])];
  }

  #withoutMarkup(line: string): readonly string[] {
    if (!MARKUP.test(line)) return [line];
    const raw = this.isRow ? line.trimEnd().slice(0, -1).trimEnd() : line;
    const breaks = raw.includes('lt;') ? withBreaks(raw) : raw;
    const spaced = breaks.replace(FIXED_BLANKS, ' ').replace(INVISIBLE, '');
    const plain = withoutBBCode(spaced.indexOf('<') < 0 ? spaced : withoutTags(spaced));
    if (plain !== spaced || spaced.includes('&nbsp;')) this.#isHtml = true;
    const decoded = ENTITY.test(plain)
      ? decodeEntities(plain).replace(FIXED_BLANKS, ' ').replace(INVISIBLE, '')
      : plain;
    if (decoded !== plain && !this.#isHtml && holdsHeading(decoded)) this.#isHtml = true;
    const texts = (this.#isHtml ? decoded : plain).split('\n');
    while (texts.length > 1 && texts.at(-1)?.trim() === '') texts.pop();
    // Before the first tag of the line.
    if (texts.length > 1 && texts[0]?.trim() === '') texts.shift();
    return texts.map(withColon);
  }
}

/** What a quoted value with escaped line ends says, behind an empty line; null: this is none. */
function linesOfValue(line: string): readonly string[] | null {
  if (!line.includes('\\n')) return null;
  const value = QUOTED_VALUE.exec(line)?.[1];
  if (value === undefined || (value.match(ESCAPED_HEADING)?.length ?? 0) < MIN_HEADINGS) return null;
  return ['', ...unescapeText(value).split('\n')];
}

/** Escaped once too often, like all of the line. */
function withBreaks(text: string): string {
  const broken = text.replace(ESCAPED_BREAK, '<$1>');
  return broken === text ? text : broken.replaceAll('&amp;', '&');
}

function withoutTags(text: string): string {
  const listing = text.replace(LISTING_TAG, '$1');
  const plain = listing.replace(PARAGRAPH_TAG, '\n\n').replace(BREAK_TAG, '\n').replace(LAYOUT_TAG, ' ');
  return plain.includes('</code>') ? plain.replace(CODE_TAG, ' ') : plain;
}
const withoutBBCode = (text: string): string => (text.includes('[/') ? text.replace(BBCODE_TAG, '') : text);

function holdsHeading(text: string): boolean {
  const colon = text.search(/[:：]/);
  return colon >= 0 && headingBefore(text, colon) !== null;
}

/** A heading in a table cell may have lost its colon: `| Log Name | System |`, `Event ID<TAB>7`. */
function withColon(text: string): string {
  const from = marksLength(text);
  const end = text.slice(from, from + MAX_KEY).search(/\s*[|\t]/);
  const key = text.slice(from, from + Math.max(end, 0)).replace(/^[*_`]+|[*_`]+$/g, '');
  if (end <= 0 || key.includes(':') || key.includes('：') || looseField(key) === null) return text;
  return `${text.slice(0, from)}${key}: ${text.slice(from + end).replace(/^\s*[|\t]/, '')}`;
}
