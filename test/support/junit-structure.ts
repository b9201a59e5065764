import { XMLParser, XMLValidator } from 'fast-xml-parser';

interface Shape {
  readonly children: readonly string[];
  readonly needs: readonly string[];
  readonly may: readonly string[];
}
const text: Shape = { children: [], needs: [], may: [] };
const complaint: Shape = { children: [], needs: [], may: ['type', 'message'] };
/** What Jenkins takes: the elements and attributes of its xunit plug-in's junit-10.xsd, as far as evdx writes them. */
const shapes: Readonly<Record<string, Shape>> = {
  testsuites: { children: ['testsuite'], needs: [], may: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    children: ['properties', 'testcase', 'system-out'],
    needs: ['name', 'tests', 'failures', 'errors'],
    may: ['skipped', 'hostname', 'timestamp', 'time'],
  },
  properties: { children: ['property'], needs: [], may: [] },
  property: { children: [], needs: ['name', 'value'], may: [] },
  testcase: { children: ['skipped', 'error', 'failure', 'system-out'], needs: ['name'], may: ['classname', 'time'] },
  failure: complaint,
  error: complaint,
  skipped: complaint,
  'system-out': text,
};

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  readonly text: string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toNodes(value: unknown): readonly XmlNode[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown): XmlNode[] => {
    if (!isRecord(entry)) return [];
    const name = Object.keys(entry).find((key) => key !== ':@') ?? '';
    if (name === '#text') return [{ name, attributes: {}, children: [], text: String(entry[name]) }];
    const attributes = isRecord(entry[':@']) ? entry[':@'] : {};
    const inner = toNodes(entry[name]);
    return [
      {
        name,
        attributes: Object.fromEntries(Object.entries(attributes).map(([key, one]) => [key, String(one)])),
        children: inner.filter((child) => child.name !== '#text'),
        text: inner.map((child) => (child.name === '#text' ? child.text : '')).join(''),
      },
    ];
  });
}

/** The root of a document, with all references resolved. */
export function parseXml(xml: string): XmlNode {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    htmlEntities: true,
    ignoreDeclaration: true,
    processEntities: { enabled: true, maxTotalExpansions: Number.MAX_SAFE_INTEGER, maxExpandedLength: 1 << 30 },
  });
  const [root] = toNodes(parser.parse(xml)).filter(({ name }) => name !== '#text');
  if (root === undefined) throw new Error('no element');
  return root;
}

const countOf = (node: XmlNode, name: string): number =>
  node.children.reduce((sum, child) => sum + Number(child.name === name) + countOf(child, name), 0);

function* problemsOf(node: XmlNode): Generator<string> {
  const { name, attributes, children } = node;
  const shape = shapes[name];
  if (shape === undefined) {
    yield `there is no element ${name}`;
    return;
  }
  for (const key of shape.needs) if (attributes[key] === undefined) yield `${name} lacks ${key}`;
  for (const key of Object.keys(attributes))
    if (![...shape.needs, ...shape.may].includes(key)) yield `${name} has ${key}`;
  const counts = { tests: 'testcase', failures: 'failure', errors: 'error', skipped: 'skipped' };
  if (name.startsWith('testsuite'))
    for (const [key, element] of Object.entries(counts))
      if (attributes[key] !== undefined && Number(attributes[key]) !== countOf(node, element))
        yield `${name} says ${attributes[key]} ${key}`;
  for (const child of children) {
    if (!shape.children.includes(child.name)) yield `${name} holds ${child.name}`;
    yield* problemsOf(child);
  }
}

/** What is wrong with a JUnit document, as sentences. */
export function junitProblems(xml: string): readonly string[] {
  const wellFormed = XMLValidator.validate(xml);
  if (wellFormed !== true) return [wellFormed.err.msg];
  return [...problemsOf(parseXml(xml))];
}
