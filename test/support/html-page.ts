import { createHash } from 'node:crypto';
import { type Tag, tokenise } from './html-tokens.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const ownTags = words(
  'html head meta title style body a svg defs pattern rect header p h1 strong div nav ul li main section h2 figure figcaption b span path text title circle line i details summary code button h3 h4 ol br article table thead tr th tbody td footer script',
);
const ownAttributes = words(
  'data-from data-to open lang charset http-equiv content name class href width height aria-hidden id patternUnits patternTransform aria-labelledby aria-label role x y x1 x2 y1 y2 cx cy d data-e data-i rel tabindex type scope',
);

const valuesOf = (tags: readonly Tag[], wanted: string): readonly string[] =>
  tags.flatMap(({ attributes }) => attributes.filter(([name]) => name === wanted).map(([, value]) => value));
const hashOf = (text = ''): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What evdx never writes: other elements and attributes, links that leave the web, more than its one style and its one script. */
export function foreignMarkup(html: string): readonly string[] {
  const { tags } = tokenise(html);
  const code = tags.filter(({ name, isEnd }) => !isEnd && (name === 'script' || name === 'style'));
  return [
    ...tags.filter(({ name }) => !ownTags.has(name)).map(({ name }) => `<${name}>`),
    ...tags.flatMap(({ attributes }) => attributes.map(([name]) => name)).filter((name) => !ownAttributes.has(name)),
    ...valuesOf(tags, 'href').filter((target) => !/^(#[\w-]+|https?:\/\/\S*)$/.test(target)),
    ...(code.map(({ name }) => name).join() === 'style,script' ? [] : ['code of others']),
  ];
}

/** The policy allows the one style and the one script, by their hashes, and nothing else. */
export function policyProblems(html: string): readonly string[] {
  const { tags, style, script } = tokenise(html);
  const policy = tags.find(({ attributes }) => attributes.some(([, value]) => value === 'Content-Security-Policy'));
  const own = `default-src 'none'; style-src ${hashOf(style[0])}; script-src ${hashOf(script[0])}; base-uri 'none'; form-action 'none'`;
  const found = policy?.attributes.find(([name]) => name === 'content')?.[1];
  return [
    ...(found === own ? [] : [`policy: ${found}`]),
    ...(style[0]?.match(/url\((?!#)[^)]*\)|@import|https?:/g) ?? []),
    ...(script[0]?.match(/fetch|XMLHttpRequest|innerHTML|outerHTML|insertAdjacent|document\.write|eval|https?:/g) ??
      []),
  ];
}

/** Headings in order, each id once, each link of the page to something that is there. */
export function structureProblems(html: string): readonly string[] {
  const { tags } = tokenise(html);
  const levels = tags.filter(({ name, isEnd }) => /^h\d$/.test(name) && !isEnd).map(({ name }) => Number(name[1]));
  const ids = valuesOf(tags, 'id');
  const targets = valuesOf(tags, 'href').filter((value) => value.startsWith('#'));
  return [
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
    ...levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1).map((level) => `h${level}`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index),
    ...targets.filter((target) => !ids.includes(target.slice(1))),
  ];
}
