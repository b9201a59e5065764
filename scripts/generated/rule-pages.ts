import type { RuleDefinition } from '../../src/core/knowledge/rules/load.ts';
import { groupBy } from '../../src/core/model/group-by.ts';
import { listOf } from '../../src/core/model/list-of.ts';
import { compareText } from '../../src/core/model/order.ts';
import { markdownTable } from './markdown-table.ts';
import type { Output, OutputFile } from './output.ts';

const FOLDER = 'docs/rules';
const NOTE = 'Written by `npm run generate` from `rules/`. Do not edit.';

const areaOf = ({ id }: RuleDefinition): string => id.slice(0, id.indexOf('/'));
const escaped = (text: string): string => text.replace(/[<>*_[\]|`]/g, '\\$&');

/** `MSExchangeIS 9604`, `ESE* 2001`, or the rule whose findings a class takes. */
function eventsOf(rule: RuleDefinition): readonly string[] {
  const names = Object.values(rule.events).flatMap((definition) => {
    if ('finding' in definition) return [`findings of ${definition.finding}`];
    return [definition, ...(definition.any ?? [])].flatMap(({ provider, tool, id }) => {
      const words = typeof provider === 'object' && 'like' in provider ? listOf(provider.like) : listOf(provider);
      const who = [...words, ...listOf(tool).map((name) => `${name} output`)].join('/');
      const ids = typeof id === 'object' && 'from' in id ? `${id.from}–${id.to}` : listOf(id).join(', ');
      return who === '' && ids === '' ? [] : [[who, ids].filter((word) => word !== '').join(' ')];
    });
  });
  return [...new Set(names)];
}

const referenceOf = (reference: RuleDefinition['refs'][number]): string => {
  if (typeof reference === 'string') return escaped(reference);
  const { kb, url, title } = reference;
  const name = title ?? (kb === undefined ? url : `KB${kb}`) ?? '';
  return url === undefined ? escaped(name) : `[${escaped(name)}](<${url}>)`;
};

const section = (rule: RuleDefinition): readonly string[] => [
  `## ${escaped(rule.title)}`,
  '',
  `\`${rule.id}\`, ${rule.severity}, ${rule.status ?? 'test'}. Looks at ${eventsOf(rule).map(escaped).join('; ')}.`,
  '',
  'Causes:',
  ...rule.causes.map(({ title }) => `- ${escaped(title)}`),
  '',
  'Steps:',
  ...rule.resolution.map(
    ({ risk, steps }, index) =>
      `${index + 1}. (${risk.level === 'none' ? 'no' : risk.level} risk) ${escaped(steps[0]?.do ?? '')}`,
  ),
  '',
  `Read: ${rule.refs.map(referenceOf).join(', ')}`,
  '',
];

function page(area: string, rules: readonly RuleDefinition[]): OutputFile {
  const content = [`# Rules: ${area}`, '', NOTE, '', ...rules.flatMap(section)].join('\n');
  return { path: `${FOLDER}/${area}.md`, content };
}

function index(rulesByArea: ReadonlyMap<string, readonly RuleDefinition[]>): OutputFile {
  const rows = [...rulesByArea].map(([area, rules]) => [`[${area}](${area}.md)`, `${rules.length}`]);
  const total = [...rulesByArea.values()].reduce((sum, { length }) => sum + length, 0);
  const content = [
    '# Rules',
    '',
    NOTE,
    '',
    `${total} rules. The language: [rule-language.md](../rule-language.md).`,
    '',
    ...markdownTable(['area', 'rules'], rows),
    '',
  ];
  return { path: `${FOLDER}/README.md`, content: content.join('\n') };
}

/** docs/rules/: what evdx knows, a page for each area. */
export const rulePages: Output = {
  path: FOLDER,
  isCommitted: true,
  files: (rules) => {
    const sorted = new Map([...groupBy(rules, areaOf)].sort(([a], [b]) => compareText(a, b)));
    return [index(sorted), ...[...sorted].map(([area, own]) => page(area, own))];
  },
};
