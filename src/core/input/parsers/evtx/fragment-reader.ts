import { readUtf16 } from '../../binary/utf16.ts';
import type { Chunk } from './chunk.ts';
import { FRAGMENT_HEADER_BYTES, MORE, TOKEN } from './layout.ts';
import type { Name } from './names.ts';
import type { AttributePlan, ContentPlan, ElementPlan, Fragment, TextPlan } from './plan.ts';

/** Deeper nesting occurs only in made-up files. */
const MAX_DEPTH = 64;
const NO_CONTENT: readonly never[] = [];
/** What an element most likely is whose name is overwritten: one value, or what holds values. */
const LOST_ELEMENT = 'Data';
const LOST_PARENT = 'EventData';
const LOST_ATTRIBUTE = '_';

/** A place where a name is named: by an offset, or right there. */
export interface NameReference {
  readonly at: number;
  readonly target: number;
}

export interface FragmentOptions {
  /** Elements of templates begin with a dependency id; others may do without. */
  readonly isTemplate: boolean;
  /** Reading ends behind the first element of this name below the root. */
  readonly until?: string;
  /** Collects every place that names a name. */
  readonly references?: NameReference[];
}

/** Reads the tokens from `at` to `end`. */
export function readFragment(chunk: Chunk, at: number, end: number, options: FragmentOptions): Fragment {
  return new FragmentReader(chunk, at, end, options).read();
}

class FragmentReader {
  readonly #chunk: Chunk;
  readonly #end: number;
  readonly #options: FragmentOptions;
  #at: number;
  #isDamaged = false;
  #isStopped = false;

  constructor(chunk: Chunk, at: number, end: number, options: FragmentOptions) {
    this.#chunk = chunk;
    this.#at = at;
    this.#end = Math.min(end, chunk.block.length);
    this.#options = options;
  }

  read(): Fragment {
    const content = this.#readContent(0);
    return { content, isDamaged: this.#isDamaged };
  }

  /** Up to the end of the element, or of the fragment when `depth` is 0. */
  #readContent(depth: number): readonly ContentPlan[] {
    const content: ContentPlan[] = [];
    while (this.#at < this.#end && !this.#isDamaged && !this.#isStopped) {
      const token = this.#chunk.block.u8(this.#at) & ~MORE;
      if (token === TOKEN.endElement || token === TOKEN.end) {
        this.#at += 1;
        this.#isDamaged = (token === TOKEN.end) !== (depth === 0);
        return content;
      }
      this.#readPart(token, depth, content);
    }
    if (depth > 0 && !this.#isStopped) this.#isDamaged = true;
    return content;
  }

  #readPart(token: number, depth: number, content: ContentPlan[]): void {
    const text = this.#readText(token);
    if (text !== null) addText(content, text);
    else if (token === TOKEN.openStart) this.#readElement(depth, content);
    else if (token === TOKEN.fragmentHeader) this.#at += FRAGMENT_HEADER_BYTES;
    else if (token === TOKEN.templateInstance) this.#readInstance(content);
    else if (token === TOKEN.instructionTarget) this.#readName(this.#at + 1);
    else if (token === TOKEN.instructionData) this.#readUnits(this.#at + 1);
    else this.#isDamaged = true;
  }

  /** What stands behind an instance are its values, whose end only they tell: it is always the last part. */
  #readInstance(content: ContentPlan[]): void {
    content.push({ kind: 'instance', at: this.#at });
    this.#at = this.#end;
  }

  #readElement(depth: number, content: ContentPlan[]): void {
    const { block } = this.#chunk;
    if (depth >= MAX_DEPTH) {
      this.#isDamaged = true;
      return;
    }
    const hasAttributes = (block.u8(this.#at) & MORE) !== 0;
    const known = this.#readName(this.#nameAt()).text;
    if (hasAttributes) this.#at += 4;
    const attributes = hasAttributes ? this.#readAttributes() : NO_CONTENT;
    const closing = block.u8(this.#at) & ~MORE;
    this.#at += 1;
    let inner: readonly ContentPlan[] = NO_CONTENT;
    if (closing === TOKEN.closeStart) inner = this.#readContent(depth + 1);
    else if (closing !== TOKEN.closeEmpty) this.#isDamaged = true;
    const name = known ?? (inner.some(isData) ? LOST_PARENT : LOST_ELEMENT);
    const element: ElementPlan = {
      kind: 'element',
      name,
      attributes,
      literalAttributes: literalOf(attributes),
      content: inner,
    };
    content.push(element);
    if (depth === 1 && name === this.#options.until) this.#isStopped = true;
  }

  /**
   * Where the element that begins here names its name: behind token, dependency id and size. Fragments outside templates have no dependency id, and
   * some in templates neither, so that reading is taken which gives a name.
   */
  #nameAt(): number {
    const [withId, withoutId] = [this.#at + 7, this.#at + 5];
    const [first, second] = this.#options.isTemplate ? [withId, withoutId] : [withoutId, withId];
    return this.#isNamed(first) || !this.#isNamed(second) ? first : second;
  }
  #isNamed(at: number): boolean {
    const size = this.#chunk.block.u32(at - 4);
    return size <= this.#end - at && this.#chunk.names.at(this.#chunk.target(at)).isSound;
  }

  #readAttributes(): readonly AttributePlan[] {
    const attributes: AttributePlan[] = [];
    while (this.#at < this.#end && (this.#chunk.block.u8(this.#at) & ~MORE) === TOKEN.attribute) {
      const name = this.#readName(this.#at + 1).text ?? LOST_ATTRIBUTE;
      const parts: TextPlan[] = [];
      for (let part = this.#readAttributePart(); part !== null; part = this.#readAttributePart()) addText(parts, part);
      attributes.push({ name, parts });
    }
    return attributes;
  }
  #readAttributePart(): TextPlan | null {
    return this.#at < this.#end ? this.#readText(this.#chunk.block.u8(this.#at) & ~MORE) : null;
  }

  /** @returns null when the token is no text; then nothing was read. */
  #readText(token: number): TextPlan | null {
    const { block } = this.#chunk;
    const at = this.#at;
    switch (token) {
      case TOKEN.value:
        return this.#readUnits(at + 2);
      case TOKEN.cdata:
        return this.#readUnits(at + 1);
      case TOKEN.characterReference:
        this.#at = at + 3;
        return String.fromCharCode(block.u16(at + 1));
      case TOKEN.entityReference:
        return ENTITIES.get(this.#readName(at + 1).text ?? '') ?? '';
      case TOKEN.substitution:
      case TOKEN.optionalSubstitution:
        this.#at = at + 4;
        return { kind: 'value', index: block.u16(at + 1), isOptional: token === TOKEN.optionalSubstitution };
      default:
        return null;
    }
  }

  /** Length and characters. */
  #readUnits(at: number): string {
    const { block } = this.#chunk;
    const units = block.u16(at);
    const start = at + 2;
    if (start + units * 2 > this.#end) this.#isDamaged = true;
    const counted = start + units * 2;
    // The logs that NetApp filers write count one character too few or too many.
    this.#at = [counted, counted + 2, counted - 2].find((next) => FOLLOWS_TEXT.has(block.u8(next))) ?? counted;
    return readUtf16(block, start, (this.#at - start) >> 1);
  }

  /** The offset at `at`, and the name itself if it stands right behind. */
  #readName(at: number): Name {
    const target = this.#chunk.target(at);
    const name = this.#chunk.names.at(target);
    const isInline = target === at + 4;
    this.#at = isInline ? name.end : at + 4;
    this.#options.references?.push({ at, target });
    return name;
  }
}

const isData = (plan: ContentPlan): boolean =>
  typeof plan === 'object' && plan.kind === 'element' && plan.name === LOST_ELEMENT;

function literalOf(attributes: readonly AttributePlan[]): ElementPlan['literalAttributes'] {
  const literals: (readonly [string, string])[] = [];
  for (const { name, parts } of attributes) {
    const [text = '', ...others] = parts;
    if (typeof text !== 'string' || others.length > 0) return null;
    literals.push([name, text]);
  }
  return literals;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** Every token but the end of the fragment, and the bit for «more» only where it means something. */
const FOLLOWS_TEXT: ReadonlySet<number> = new Set([
  ...Object.values(TOKEN).filter((token) => token !== TOKEN.end),
  ...Object.values(TOKEN)
    .filter((token) => token >= TOKEN.value && token <= TOKEN.entityReference)
    .map((token) => token | MORE),
  TOKEN.openStart | MORE,
]);

function addText(parts: ContentPlan[], text: TextPlan): void {
  const last = parts.at(-1);
  if (text === '') return;
  if (typeof text === 'string' && typeof last === 'string') parts[parts.length - 1] = last + text;
  else parts.push(text);
}
