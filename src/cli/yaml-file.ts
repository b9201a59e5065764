import { type ErrorCode, EvdxError } from '../core/model/errors.ts';

/** Where the reader of YAML speaks to those who call it. */
const messageByCode: ReadonlyMap<string, string> = new Map([
  ['MULTIPLE_DOCS', 'a second document starts here; one file holds one'],
]);

export interface YamlFile {
  readonly value: unknown;
  /** An error that says where in the file. */
  mistake(path: readonly (string | number)[], message: string): EvdxError;
}

/**
 * YAML 1.2, which JSON is part of; loaded when a file is there to be read.
 * @throws EvdxError with `file:line:column`.
 */
export async function parseYaml(name: string, text: string, code: ErrorCode): Promise<YamlFile> {
  const { LineCounter, isNode, isPair, parseDocument, visit } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2' });
  const mistakeAt = (offset: number, message: string): EvdxError => {
    const { line, col } = lines.linePos(offset);
    return new EvdxError(code, `${name}:${line}:${col}: ${message}.`);
  };
  const [error] = document.errors;
  if (error !== undefined) throw mistakeAt(error.pos[0], messageByCode.get(error.code) ?? error.message);
  visit(document, {
    Alias: (_key, { range }) => {
      throw mistakeAt(range?.[0] ?? 0, 'write the value itself, not an alias');
    },
  });
  const offsetOf = (path: readonly (string | number)[]): number => {
    let offset = 0;
    visit(document, {
      Pair: (_key, pair, ancestors) => {
        const keys = [...ancestors.filter(isPair), pair].map(({ key }) => (isNode(key) ? String(key) : ''));
        if (keys.join('\0') !== path.join('\0') || !isNode(pair.key)) return undefined;
        offset = pair.key.range?.[0] ?? 0;
        return visit.BREAK;
      },
    });
    return offset;
  };
  return {
    value: document.toJS(),
    mistake: (path, message) => mistakeAt(offsetOf(path), message),
  };
}
