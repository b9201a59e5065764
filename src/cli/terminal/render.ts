import type { Block, Document, Inline, Mark, Moment, Tree } from '../../core/report/outline/document.ts';
import { terminalText } from '../terminal-text.ts';
import { textWidth } from './display-width.ts';
import { colourPaint, type Paint, plainPaint } from './paint.ts';
import { wrapInline } from './wrap.ts';

/** What the terminal can show. */
export interface Screen {
  /** Cells in a line. */
  readonly width: number;
  readonly colour: boolean;
  /** The locale is UTF-8. */
  readonly unicode: boolean;
}

/** Labels stand in a column of their own where the line is long enough for it. */
const GUTTER = 11;
const GUTTER_FROM_WIDTH = 72;
const INDENT = 2;
/** Less room beside a time, and what stands there goes below it. */
const TEXT_FROM_WIDTH = 24;
const DETAIL_FROM_WIDTH = 40;

type Lines = readonly string[];
const indented = (lines: Lines, cells: number): string[] =>
  lines.map((line) => (line === '' ? '' : `${' '.repeat(cells)}${line}`));

const marks: Readonly<
  Record<Mark, { readonly sign: (index: number) => string; readonly tone: 'plain' | 'good' | 'warn' }>
> = {
  number: { sign: (index) => `${index + 1}.`, tone: 'plain' },
  bullet: { sign: () => '•', tone: 'plain' },
  for: { sign: () => '+', tone: 'good' },
  against: { sign: () => '−', tone: 'warn' },
  question: { sign: () => '?', tone: 'warn' },
};

/** Lays blocks out in lines of one width; widths shrink with every indent. */
class Renderer {
  readonly #paint: Paint;
  readonly #escape: (text: string) => string;
  constructor({ colour, unicode }: Screen) {
    this.#paint = colour ? colourPaint : plainPaint;
    this.#escape = (text) => terminalText(text, unicode);
  }

  blocks(blocks: Document, width: number): string[] {
    return blocks.flatMap((block) => this.#block(block, width));
  }

  #block(block: Block, width: number): string[] {
    switch (block.kind) {
      case 'text':
        return this.#inline(block.text, width);
      case 'verdict':
        return ['', ...this.#inline(block.text, width)];
      case 'heading':
        return ['', ...this.#inline(block.text.map(strengthened), width)];
      case 'finding':
        return this.#finding(block, width);
      case 'part':
        return this.#part(block.label, block.blocks, width);
      case 'list':
        return block.items.flatMap((item, index) => this.#item(block.mark, index, item, width));
      case 'moments':
        return block.moments.flatMap((moment) => this.#moment(moment, width));
      case 'timeline':
        return [];
      case 'command':
        return indented([this.#paint(this.#escape(block.command), 'code')], INDENT);
      case 'tree':
        return block.trees.flatMap((tree) => this.#tree(tree, width));
    }
  }

  #inline(inline: Inline, width: number): string[] {
    return wrapInline(inline, Math.max(width, 20), this.#escape, this.#paint);
  }

  #finding(block: Extract<Block, { kind: 'finding' }>, width: number): string[] {
    const [number, grade, severity] = [`${block.number}`, block.grade.toUpperCase(), `${block.severity} severity`];
    const rule = this.#escape('─');
    const used = textWidth(`${rule}${rule} ${number} ${rule} ${grade} ${rule} ${severity} `);
    return [
      '',
      [
        `${rule}${rule} ${number} ${rule} ${this.#paint(grade, block.grade)} ${rule} `,
        `${this.#paint(severity, block.severity)} ${rule.repeat(Math.max(2, width - used))}`,
      ].join(''),
      ...this.#inline(block.title.map(strengthened), width),
      ...this.#inline(block.about, width),
      ...block.blocks
        .map((part) => this.#block(part, width))
        .flatMap((lines) => (lines.length === 0 ? [] : ['', ...lines])),
    ];
  }

  #part(label: string, blocks: Document, width: number): string[] {
    const name = this.#paint(this.#escape(label), 'strong');
    if (width < GUTTER_FROM_WIDTH) return [name, ...indented(this.blocks(blocks, width - INDENT), INDENT)];
    const [first = '', ...rest] = this.blocks(blocks, width - GUTTER);
    return [`${name}${' '.repeat(Math.max(1, GUTTER - textWidth(label)))}${first}`, ...indented(rest, GUTTER)];
  }

  #item(mark: Mark, index: number, blocks: Document, width: number): string[] {
    const { sign, tone } = marks[mark];
    const shown = this.#escape(sign(index));
    const indent = textWidth(shown) + 1;
    const [first = '', ...rest] = this.blocks(blocks, width - indent);
    const gap = mark === 'number' && index > 0 ? [''] : [];
    return [...gap, `${this.#paint(shown, tone)} ${first}`, ...indented(rest, indent)];
  }

  #moment({ time, what, detail }: Moment, width: number): string[] {
    const column = textWidth(this.#escape(time)) + 2;
    const rest = width - column;
    if (rest < TEXT_FROM_WIDTH)
      return [...this.#inline([time, '  ', ...what], width), ...this.#detail(detail, width, INDENT)];
    const [first = '', ...more] = this.#inline(what, rest);
    const indent = rest < DETAIL_FROM_WIDTH ? INDENT : column;
    return [`${this.#escape(time)}  ${first}`, ...indented(more, column), ...this.#detail(detail, width, indent)];
  }

  #detail(detail: Inline | null, width: number, indent: number): string[] {
    return detail === null ? [] : indented(this.#inline(detail, width - indent), indent);
  }

  #tree({ text, children }: Tree, width: number): string[] {
    const branches = children.flatMap((child, index) => {
      const isLast = index === children.length - 1;
      const [first = '', ...rest] = this.#tree(child, width - 3);
      const [fork, stem] = isLast ? ['└─ ', '   '] : ['├─ ', '│  '];
      return [`${this.#escape(fork)}${first}`, ...rest.map((line) => `${this.#escape(stem)}${line}`)];
    });
    const [first = '', ...more] = this.#inline(text, width);
    const stem = children.length > 0 ? this.#escape('│  ') : '   ';
    return [first, ...more.map((line) => `${stem}${line}`), ...branches];
  }
}

const strengthened = (piece: Inline[number]): Inline[number] =>
  typeof piece === 'string' ? { text: piece, tone: 'strong' } : piece;

/** A document as lines for a terminal, with a line end after each. */
export function renderTerminal(document: Document, screen: Screen): string {
  const lines = new Renderer(screen).blocks(document, screen.width);
  return `${lines.join('\n')}\n`;
}
