import { isMap, isScalar, isSeq, type ParsedNode, type Scalar } from 'yaml';
import type { Complaint, Path } from './problem.ts';

/** Where in the text a complaint points, in characters from 0. */
export function offsetOf({ path, on, offset }: Complaint, root: ParsedNode | null, text: string): number {
  const { key, value } = findNodes(root, path);
  const node = on === 'key' ? (key ?? value) : (value ?? key);
  if (node === null) return 0;
  return on === 'value' && isScalar(node) ? offsetInScalar(text, node, offset) : node.range[0];
}

/** The key and the value at a path; where it ends early, those of the last step that is there. */
function findNodes(root: ParsedNode | null, path: Path): { key: ParsedNode | null; value: ParsedNode | null } {
  let found: { key: ParsedNode | null; value: ParsedNode | null } = { key: null, value: root };
  for (const step of path) {
    const { value } = found;
    if (isMap<ParsedNode, ParsedNode | null>(value)) {
      const pair = value.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return found;
      found = { key: pair.key, value: pair.value };
    } else if (isSeq<ParsedNode>(value) && typeof step === 'number' && value.items[step] !== undefined) {
      found = { key: null, value: value.items[step] };
    } else {
      return found;
    }
  }
  return found;
}

/** Where the character `offset` of a text stands in the file; its beginning where YAML's escapes or folding hide that. */
function offsetInScalar(text: string, node: Scalar.Parsed, offset: number): number {
  const [start, end] = node.range;
  const value = String(node.value);
  if (node.type === 'BLOCK_LITERAL') return offsetInBlock(text, start, value, offset);
  const written = text.slice(start, end);
  if (written === value) return start + offset;
  if (written.slice(1, -1) === value) return start + 1 + offset;
  const isSingleQuoted = node.type === 'QUOTE_SINGLE' && !written.includes('\n');
  return isSingleQuoted ? start + 1 + value.slice(0, offset).replaceAll("'", "''").length : start;
}

function offsetInBlock(text: string, start: number, value: string, offset: number): number {
  const before = value.slice(0, offset).split('\n');
  let lineStart = text.indexOf('\n', start) + 1;
  for (let line = 1; line < before.length; line++) lineStart = text.indexOf('\n', lineStart) + 1;
  const written = text.slice(lineStart, text.indexOf('\n', lineStart) >>> 0);
  const content = value.split('\n', before.length).at(-1) ?? '';
  return lineStart + Math.max(0, written.indexOf(content)) + (before.at(-1)?.length ?? 0);
}
