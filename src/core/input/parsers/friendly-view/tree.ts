import type { PayloadElement } from '../../../model/event.ts';
import { hexOf } from '../../../model/hex.ts';
import { findHexDump, parseHexDump } from '../../normalise/hex-dump.ts';

/** The elements of `System` and their attributes, in the order of the view. Each may be missing. */
const SYSTEM: readonly (readonly [element: string, attributes: readonly string[]])[] = [
  ['Provider', ['Name', 'Guid', 'EventSourceName']],
  ['EventID', ['Qualifiers']],
  ['Version', []],
  ['Level', []],
  ['Task', []],
  ['Opcode', []],
  ['Keywords', []],
  ['TimeCreated', ['SystemTime']],
  ['EventRecordID', []],
  ['Correlation', ['ActivityID', 'RelatedActivityID']],
  ['Execution', ['ProcessID', 'ThreadID']],
  ['Channel', []],
  ['Computer', []],
  ['Security', ['UserID']],
];
const DATA_HEADING = /(?:^|\s)(EventData|UserData)(?=\s|$)/;
const RULE = /^\s*-{10,}\s*$/m;
/** Blanks, and the signs of the tree that stand before the next element. */
const TREE_SIGNS = /[\s+-]+$/;
const CLASSIC_NAME = /^param\d{1,3}(?:\s|$)/;
const NAMED = /^([A-Za-z_][\w.-]{0,80})(?:\s+(.*))?$/;
const ATTRIBUTE = /^\[ ?([\w.-]{1,80})\]\s*(.*)$/;

const element = (
  name: string,
  children: PayloadElement['children'],
  attributes: PayloadElement['attributes'] = [],
) => ({
  name,
  attributes,
  children,
});

/** The tree that the friendly view of one event shows, with its indents or without. */
export function treeOf(text: string): PayloadElement {
  const heading = DATA_HEADING.exec(text);
  const system = systemOf(heading === null ? text : text.slice(0, heading.index));
  if (heading === null) return element('Event', [system]);
  const [, name = 'EventData'] = heading;
  const isClassic = system.children.some(
    (child) => typeof child !== 'string' && child.attributes.some(([key]) => key === 'Qualifiers'),
  );
  return element('Event', [
    system,
    element(name, dataOf(text.slice(heading.index + heading[0].length), isClassic, name === 'UserData')),
  ]);
}

interface Found {
  readonly element: string;
  /** null: the element itself. */
  readonly attribute: string | null;
  readonly start: number;
  readonly end: number;
}

/** Each name is looked for behind the one before, so that a value may hold the name of another element. */
function systemOf(text: string): PayloadElement {
  const found: Found[] = [];
  let from = 0;
  // On one line an element may stand anywhere.
  const before = text.trim().includes('\n') ? '^[ \\t>+-]{0,40}' : '^|\\s';
  const look = (name: string, attribute: string | null): void => {
    const pattern = attribute === null ? `(?<=${before})${name}(?=\\s|$)` : `\\[ ?${attribute}\\]`;
    const match = new RegExp(pattern, 'm').exec(text.slice(from));
    if (match === null) return;
    const start = from + match.index;
    from = start + match[0].length;
    found.push({ element: name, attribute, start, end: from });
  };
  for (const [name, attributes] of SYSTEM) {
    look(name, null);
    for (const attribute of attributes) look(name, attribute);
  }
  const values = found.map((at, index) =>
    text
      .slice(at.end, found[index + 1]?.start)
      .replace(TREE_SIGNS, '')
      .trim(),
  );
  return element(
    'System',
    SYSTEM.filter(([name]) => found.some((at) => at.element === name)).map(([name]) => {
      const own = found.flatMap((at, index) =>
        at.element === name ? [[at.attribute, values[index] ?? ''] as const] : [],
      );
      const attributes = own.flatMap(([key, value]) => (key === null ? [] : [[key, value] as const]));
      return element(name, [own.find(([key]) => key === null)?.[1] ?? ''], attributes);
    }),
  );
}

/** A value a line; with its name in front where the provider names its values. */
function dataOf(text: string, isClassic: boolean, isUserData: boolean): PayloadElement[] {
  const rule = text.search(RULE);
  const dump = findHexDump(text);
  const ends = [rule, dump].filter((end) => end >= 0);
  const lines = text
    .slice(0, ends.length === 0 ? undefined : Math.min(...ends))
    .split('\n')
    .map((line) => line.replace(/^[\s+-]+(?=[A-Za-z_[])/, '').trim())
    .filter((line) => line !== '');
  const hasNames = isUserData || !isClassic || lines.some((line) => CLASSIC_NAME.test(line));
  const values = lines.map((line) => {
    const [, name, value = ''] = ATTRIBUTE.exec(line) ?? (hasNames ? NAMED.exec(line) : null) ?? [];
    if (name === undefined) return element('Data', [line]);
    return isUserData ? element(name, [value]) : element('Data', [value], [['Name', name]]);
  });
  const bytes = dump < 0 ? null : parseHexDump(text.slice(dump))?.bytes;
  if (bytes === null || bytes === undefined) return values;
  return [...values, element('Binary', [hexOf(bytes)])];
}
