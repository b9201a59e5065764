const special = /[.+^${}()|[\]\\]/g;

/** `*` any run of characters, `?` one; without case, as Windows names files. */
const compileSegment = (segment: string): ((name: string) => boolean) => {
  const source = segment.replace(special, '\\$&').replace(/\*+/g, '.*').replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 'isu');
  return (name) => expression.test(name);
};

export const isGlob = (path: string): boolean => /[*?]/.test(path);

/** One folder level of a pattern; `'**'` stands for any number of levels. */
export type GlobLevel = '**' | string | ((name: string) => boolean);

export const compileGlob = (pattern: string): readonly GlobLevel[] =>
  pattern
    .split('/')
    .filter((segment, index, all) => segment !== '' && (segment !== '**' || all[index - 1] !== '**'))
    .map((segment) => (segment === '**' || !isGlob(segment) ? segment : compileSegment(segment)));
