import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { type Complaint, quote, type RuleProblem, shown } from './problem.ts';
import { offsetOf } from './yaml-places.ts';
import { spoilsTheRest, syntaxProblem } from './yaml-syntax.ts';

// rule-language.md, section 3; tests are counted apart (docs/decisions/0004): they must not press on the rule.
const MAX_BYTES = 256 * 1024;
const MAX_NODES = 1000;
const MAX_TEST_NODES = 4000;
const MAX_DEPTH = 32;
const MAX_SYNTAX_PROBLEMS = 10; // one missing quote spoils everything behind it

export interface RuleSource {
  /** Plain maps, lists and scalars. */
  readonly value: unknown;
  problemOf(complaint: Complaint): RuleProblem;
}

/** Reads one YAML document and remembers where everything stands. `source` is null when it cannot be looked at further. */
export function readYaml(
  text: string,
  file: string,
  holds: 'rule' | 'tests' = 'rule',
): { readonly source: RuleSource | null; readonly problems: readonly RuleProblem[] } {
  const reader = new YamlReader(text.replace(/^\uFEFF/, ''), file);
  const source = reader.read(holds === 'tests');
  return { source, problems: reader.problems };
}

class YamlReader {
  readonly problems: RuleProblem[] = [];
  readonly #text: string;
  readonly #file: string;
  readonly #lines = new LineCounter();
  #nodes = 0;
  #testNodes = 0;
  #isTooDeep = false;
  #hasAlias = false;

  constructor(text: string, file: string) {
    this.#text = text;
    this.#file = file;
  }

  read(isTests: boolean): RuleSource | null {
    if (this.#text.length > MAX_BYTES || new TextEncoder().encode(this.#text).length > MAX_BYTES) {
      return this.#giveUp('the file is larger than 256 KiB', 'one rule is one file; split it');
    }
    const document = this.#parse();
    const undecoded = this.#text.indexOf('\uFFFD');
    if (undecoded >= 0) return this.#giveUp('a character is not UTF-8', 'save the file as UTF-8', undecoded);
    if (document === null) return null;
    const root = document.contents;
    const value = this.#plain(root, 1, isTests);
    const excess = this.#excess();
    if (excess !== null) return this.#giveUp(...excess);
    if (this.#hasAlias) return null; // nothing stands there to look at
    const problemOf = (complaint: Complaint): RuleProblem =>
      this.#problemAt(offsetOf(complaint, root, this.#text), complaint.message, complaint.hint);
    return { value, problemOf };
  }

  #parse(): Document.Parsed | null {
    const document = parseDocument(this.#text, {
      version: '1.2',
      schema: 'core',
      resolveKnownTags: false,
      stringKeys: true,
      uniqueKeys: false, // compares all pairs; #plainMap looks them up
      prettyErrors: false,
      lineCounter: this.#lines,
    });
    const faults = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    if (faults.length > 0) {
      const spoiled = faults.findIndex(spoilsTheRest);
      const worth = spoiled < 0 ? faults : faults.slice(0, spoiled + 1);
      const problems = worth.map((fault) => this.#problemAt(fault.pos[0], ...syntaxProblem(fault)));
      this.problems.push(...firstOfEachLine(problems).slice(0, MAX_SYNTAX_PROBLEMS));
      return null;
    }
    const { yaml, tags } = document.directives;
    const hasDirectives = yaml.explicit === true || Object.keys(tags).length > 1;
    return hasDirectives ? this.#giveUp('a rule has no % directives', 'leave the line out') : document;
  }

  #excess(): readonly [message: string, hint: string] | null {
    if (this.#isTooDeep) return [`nested deeper than ${MAX_DEPTH} levels`, 'no rule needs that'];
    if (this.#nodes > MAX_NODES) return [`more than ${MAX_NODES} keys and values outside of tests`, 'split the rule'];
    if (this.#testNodes <= MAX_TEST_NODES) return null;
    return [`more than ${MAX_TEST_NODES} keys and values in tests`, 'leave some tests out'];
  }

  /** One sentence instead of the thousands that may have come up so far. */
  #giveUp(message: string, hint: string, offset = 0): null {
    this.problems.splice(0, this.problems.length, this.#problemAt(offset, message, hint));
    return null;
  }

  #problemAt(offset: number, message: string, hint: string): RuleProblem {
    const { line, col } = this.#lines.linePos(offset);
    return { file: this.#file, line: Math.max(1, line), column: Math.max(1, col), message, hint };
  }

  #plain(node: ParsedNode | null, depth: number, isTest: boolean): unknown {
    if (isTest) this.#testNodes += 1;
    else this.#nodes += 1;
    if (node === null) return null;
    if (isCollection(node) && depth > MAX_DEPTH) {
      this.#isTooDeep = true;
      return null;
    }
    this.#refuseProperties(node);
    if (isSeq(node)) return node.items.map((item) => this.#plain(item, depth + 1, isTest));
    if (isMap<ParsedNode, ParsedNode | null>(node)) return this.#plainMap(node, depth, isTest);
    return isScalar(node) ? node.value : null;
  }

  #plainMap(
    { items }: YAMLMap<ParsedNode, ParsedNode | null>,
    depth: number,
    isTest: boolean,
  ): Record<string, unknown> {
    const plain: Record<string, unknown> = {};
    const offsetByKey = new Map<string, number>();
    for (const { key, value } of items) {
      const name = String(isScalar(key) ? key.value : '');
      const isTestPart = isTest || (depth === 1 && name === 'tests');
      this.#plain(key, depth + 1, isTestPart);
      const content = this.#plain(value, depth + 1, isTestPart);
      const first = offsetByKey.get(name);
      if (first !== undefined) {
        const { line } = this.#lines.linePos(first);
        this.problems.push(
          this.#problemAt(key.range[0], `${quote(name)} stands here again`, `it is on line ${line} already; keep one`),
        );
      } else if (name === '__proto__') {
        this.problems.push(this.#problemAt(key.range[0], '"__proto__" cannot be a key', 'choose another name'));
      } else {
        offsetByKey.set(name, key.range[0]);
        plain[name] = content;
      }
    }
    return plain;
  }

  #refuseProperties(node: ParsedNode): void {
    const at = node.range[0];
    if (isAlias(node)) {
      this.#hasAlias = true;
      this.problems.push(this.#problemAt(at, `a rule has no aliases (*${shown(node.source)})`, 'write the value out'));
      return;
    }
    if (node.anchor !== undefined) {
      this.problems.push(
        this.#problemAt(at, `a rule has no anchors (&${shown(node.anchor)})`, 'leave it out; "extends" shares a class'),
      );
    }
    if (node.tag !== undefined) {
      this.problems.push(
        this.#problemAt(
          at,
          `a rule has no tags (${shown(node.tag.replace(/^tag:yaml.org,2002:/, '!!'))})`,
          'leave it out; quote what is text',
        ),
      );
    }
  }
}

const firstOfEachLine = (problems: readonly RuleProblem[]): readonly RuleProblem[] =>
  [...new Map([...problems].reverse().map((problem) => [problem.line, problem])).values()].sort(
    (a, b) => a.line - b.line,
  );
