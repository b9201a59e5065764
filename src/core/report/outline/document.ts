import type { Grade, Severity } from '../../model/report.ts';
import type { Picture } from '../timeline/picture.ts';

/**
 * What a person reads, before anybody chose a medium: the outline decides what is said and in which order, the table (terminal) and
 * Markdown only how it looks. Every text in it is plain and untrusted; the renderer escapes it.
 */
export type Document = readonly Block[];

/** `log`: words of the log or its file names; `code`: something to type; `quiet`: secondary; the others are judgements. */
export type Tone = 'plain' | 'strong' | 'quiet' | 'log' | 'code' | 'good' | 'warn' | 'bad' | Grade | Severity;
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}
export interface Link {
  readonly text: string;
  readonly url: string;
}
/** A plain string is a span of tone `plain`. */
export type Inline = readonly (string | Span | Link)[];

/** One event with its time; `detail` is its text. */
export interface Moment {
  readonly time: string;
  readonly what: Inline;
  readonly detail: Inline | null;
}
export type Mark = 'number' | 'bullet' | 'for' | 'against' | 'question';
export interface Tree {
  readonly text: Inline;
  readonly children: readonly Tree[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: Inline }
  | { readonly kind: 'heading'; readonly text: Inline }
  /** The answer in one line. */
  | { readonly kind: 'verdict'; readonly text: Inline }
  | {
      readonly kind: 'finding';
      /** From 1, as other blocks refer to it. */
      readonly number: number;
      readonly grade: Grade;
      readonly severity: Severity;
      readonly title: Inline;
      readonly about: Inline;
      readonly blocks: Document;
    }
  | { readonly kind: 'part'; readonly label: string; readonly blocks: Document }
  | { readonly kind: 'list'; readonly mark: Mark; readonly items: readonly Document[] }
  | { readonly kind: 'moments'; readonly moments: readonly Moment[] }
  /** Drawn where there is room for it; what it shows stands in the list of events, too. */
  | { readonly kind: 'timeline'; readonly label: string; readonly picture: Picture }
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'tree'; readonly trees: readonly Tree[] };

const toned =
  (tone: Tone) =>
  (text: string): Span => ({ text, tone });
export const strong = toned('strong');
export const quiet = toned('quiet');
export const log = toned('log');
export const code = toned('code');
export const good = toned('good');
export const warn = toned('warn');
export const bad = toned('bad');

/** Only the schemes of the web become links; any other address stays text. */
export const link = (title: string, url: string): Inline => {
  if (/^https?:\/\//i.test(url)) return [{ text: title, url }];
  return title === url ? [title] : [`${title} ${url}`];
};

export const text = (...inline: Inline): Block => ({ kind: 'text', text: inline });
export const heading = (...inline: Inline): Block => ({ kind: 'heading', text: inline });
const part = (label: string, blocks: Document): Block => ({ kind: 'part', label, blocks });
export const list = (mark: Mark, items: readonly Document[]): Block => ({ kind: 'list', mark, items });
export const command = (line: string): Block => ({ kind: 'command', command: line });

/** Nothing to say is not said: no label without content. */
export const partOf = (label: string, blocks: Document): Document => (blocks.length === 0 ? [] : [part(label, blocks)]);
export const listOf = (mark: Mark, items: readonly Document[]): Document =>
  items.length === 0 ? [] : [list(mark, items)];

/** Puts the separator between the pieces that are there. */
export const joined = (pieces: readonly (Inline | null)[], separator = ' · '): Inline =>
  pieces
    .filter((piece): piece is Inline => piece !== null && piece.length > 0)
    .flatMap((piece, index) => (index === 0 ? piece : [separator, ...piece]));

/** A heading over what there is; nothing where there is nothing. */
export const section = (title: string, blocks: Document): Document =>
  blocks.length === 0 ? [] : [heading(title), ...blocks];

/** One line an item. */
export const bullets = (items: readonly Inline[]): Document =>
  listOf(
    'bullet',
    items.map((item) => [text(...item)]),
  );

/** ` on ex1`; nothing where it holds for all hosts, or for the one without a name. */
export const onHost = (host: string | null): Inline => (host === null ? [] : [' on ', log(host)]);
