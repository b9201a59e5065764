/** A parsed condition of a rule (rule-language.md, section 3). `offset` is where the name stands in the text, from 0. */
export type Expression =
  | { readonly kind: 'name'; readonly name: string; readonly offset: number }
  | { readonly kind: 'context'; readonly name: string; readonly offset: number }
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] };

/** A condition that cannot be read; `offset` is the place in its text, from 0. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** Words of the language, so no class, pattern or flag can be called by them. */
export const reservedWords: readonly string[] = ['not', 'and', 'or', 'true', 'false', 'ctx'];

const MAX_DEPTH = 32; // as deep as a rule file may be
const TOKEN = /\s*(?:(ctx\.)?([A-Za-z0-9_]+)|([()])|(\S))/y;

interface Token {
  readonly word: string;
  readonly isContext: boolean;
  readonly offset: number;
}

/** Reads `a and not (b or ctx.c)`; `not` binds before `and`, `and` before `or`. @throws ExpressionError */
export function parseExpression(text: string | boolean): Expression {
  if (typeof text === 'boolean') return { kind: 'constant', value: text };
  return new ExpressionReader(tokenize(text), text.trimEnd().length).read();
}

/** Every name and context name in it, in the order of the text. */
export function namesIn(expression: Expression): readonly Extract<Expression, { kind: 'name' | 'context' }>[] {
  switch (expression.kind) {
    case 'name':
    case 'context':
      return [expression];
    case 'constant':
      return [];
    case 'not':
      return namesIn(expression.of);
    default:
      return expression.of.flatMap(namesIn);
  }
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [whole, context, name, bracket, strange] = match;
    const offset = match.index + whole.length - whole.trimStart().length;
    if (strange !== undefined) {
      throw new ExpressionError(`"${strange}" has no meaning here`, offset);
    }
    tokens.push({ word: name ?? bracket ?? '', isContext: context !== undefined, offset });
  }
  return tokens;
}

class ExpressionReader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  read(): Expression {
    const expression = this.#chain('or', () => this.#chain('and', () => this.#operand()));
    const rest = this.#tokens[this.#next];
    if (rest !== undefined && this.#depth === 0) throw this.#unexpected(rest);
    return expression;
  }

  #chain(word: 'and' | 'or', readPart: () => Expression): Expression {
    const first = readPart();
    const parts = [first];
    while (this.#take(word)) parts.push(readPart());
    return parts.length === 1 ? first : { kind: word, of: parts };
  }

  #operand(): Expression {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new ExpressionError('the condition ends where a name is needed', this.#end);
    if (this.#take('not')) return { kind: 'not', of: this.#deeper(token, () => this.#operand()) };
    if (this.#take('(')) return this.#deeper(token, () => this.#bracket(token));
    if (!token.isContext && (token.word === ')' || token.word === 'and' || token.word === 'or')) {
      throw new ExpressionError(`a name is needed before "${token.word}"`, token.offset);
    }
    this.#next += 1;
    if (token.isContext) return { kind: 'context', name: token.word, offset: token.offset };
    if (token.word === 'true' || token.word === 'false') return { kind: 'constant', value: token.word === 'true' };
    return { kind: 'name', name: token.word, offset: token.offset };
  }

  #bracket(open: Token): Expression {
    const inner = this.read();
    if (this.#take(')')) return inner;
    const rest = this.#tokens[this.#next];
    if (rest !== undefined) throw this.#unexpected(rest);
    throw new ExpressionError('this bracket is never closed', open.offset);
  }

  #deeper(at: Token, readInner: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new ExpressionError(`more than ${MAX_DEPTH} levels deep`, at.offset);
    const inner = readInner();
    this.#depth -= 1;
    return inner;
  }

  #take(word: string): boolean {
    const token = this.#tokens[this.#next];
    if (token === undefined || token.isContext || token.word !== word) return false;
    this.#next += 1;
    return true;
  }

  #unexpected({ word, isContext, offset }: Token): ExpressionError {
    const shown = isContext ? `ctx.${word}` : word;
    return new ExpressionError(
      word === ')' ? 'this bracket was never opened' : `"and" or "or" is missing before "${shown}"`,
      offset,
    );
  }
}
