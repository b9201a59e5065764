import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { type Ban, bans, heavy, type Layer, layers, type Registry, registries, starts } from './law.ts';
import { type Import, importsOf, readSource, type SourceText } from './source-text.ts';

/** By path below src/. */
export type Files = ReadonlyMap<string, string>;

const isBelow = (path: string, folder: string): boolean =>
  folder === '' || path === folder || path.startsWith(`${folder}/`);
const isAny = (path: string, folders: readonly string[] = []): boolean =>
  folders.some((folder) => isBelow(path, folder));
const isNode = (specifier: string): boolean => specifier.startsWith('node:') || builtinModules.includes(specifier);
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const layerOf = (path: string): Layer | null =>
  layers
    .filter((layer) => isBelow(path, layer.path))
    .reduce<Layer | null>(
      (best, layer) => (best === null || layer.path.length > best.path.length ? layer : best),
      null,
    );

/** Every breach of the law in these files, one sentence each; empty when there is none. */
export function checkLayers(files: Files): readonly string[] {
  const sources = new Map([...files].map(([path, text]) => [path, readSource(text)]));
  const members = new Members(sources);
  return [
    ...[...sources].flatMap(([path, source]) => [...checkFile(path, source, members)]),
    ...checkRegistries(sources, members),
    ...checkStarts(sources),
  ];
}

function* checkFile(path: string, source: SourceText, members: Members): Generator<string> {
  const layer = layerOf(path);
  if (layer === null) {
    yield `${path}: no layer of the law holds this file`;
    return;
  }
  for (const imported of importsOf(source)) {
    const breach = breachOf(path, layer, imported, members);
    if (breach !== null) yield `${path}: ${breach}`;
  }
  for (const ban of bans) {
    const found = foundIn(path, source, ban);
    if (found !== null) yield `${path}: "${found}": ${ban.because}`;
  }
}

const foundIn = (path: string, { code }: SourceText, ban: Ban): string | null =>
  isBelow(path, ban.path) ? (ban.pattern.exec(code)?.[0] ?? null) : null;

function breachOf(path: string, layer: Layer, { specifier, kind }: Import, members: Members): string | null {
  if (specifier === null) return 'imports something made up at run time';
  if (!specifier.startsWith('.')) {
    const allowed = isNode(specifier)
      ? layer.usesNode === true
      : layer.packages?.includes(packageOf(specifier)) === true;
    return allowed ? null : `may not import ${specifier}`;
  }
  const target = posix.join(posix.dirname(path), specifier);
  if (!target.endsWith('.ts') && !target.endsWith('.json')) return `${specifier} does not name a file`;
  if (isAny(target, layer.never)) return `may never import ${target}`;
  if (isAny(target, layer.onDemand) && !isAny(target, layer.mayImport) && kind === 'static')
    return `may import ${target} only on demand`;
  const isAllowed = isBelow(target, layer.path) || isAny(target, [...layer.mayImport, ...(layer.onDemand ?? [])]);
  return isAllowed ? siblingBreach(path, target, members) : `may not import ${target}`;
}

type Sources = ReadonlyMap<string, SourceText>;

/** Which member of which registered folder a file belongs to: its own file or folder. */
class Members {
  readonly #linesByIndex: ReadonlyMap<string, readonly string[]>;

  constructor(sources: Sources) {
    const lines = registries.map(({ index }) => {
      const source = sources.get(index);
      const specifiers = source === undefined ? [] : importsOf(source).map(({ specifier }) => specifier ?? '');
      return [index, specifiers.map((specifier) => posix.join(posix.dirname(index), specifier))] as const;
    });
    this.#linesByIndex = new Map(lines);
  }

  /** null for the registry and for what all of a folder share. */
  of(path: string): { readonly registry: Registry; readonly member: string } | null {
    const registry = registries.find(({ folder }) => path.startsWith(`${folder}/`));
    if (registry === undefined || path === registry.index) return null;
    const [name = ''] = path.slice(registry.folder.length + 1).split('/');
    const member = `${registry.folder}/${name}`;
    const isShared = registry.members?.includes(name) === false || registry.shared?.includes(name) === true;
    return isShared ? null : { registry, member };
  }

  isRegistered({ index }: Registry, member: string): boolean {
    return this.#linesByIndex.get(index)?.some((line) => isBelow(line, member)) === true;
  }
}

function siblingBreach(path: string, target: string, members: Members): string | null {
  const other = members.of(target);
  if (other === null || path === other.registry.index) return null;
  const own = members.of(path);
  const isOutside = !path.startsWith(`${other.registry.folder}/`) && own === null;
  return isOutside || own?.member === other.member ? null : `may not import its sibling ${target}`;
}

/** Every member of a registered folder is named in its registry. */
function checkRegistries(sources: Sources, members: Members): readonly string[] {
  const all = [...sources.keys()].flatMap((path) => members.of(path) ?? []);
  return registries.flatMap((registry) => {
    const own = new Set(all.filter((one) => one.registry === registry).map(({ member }) => member));
    if (!sources.has(registry.index))
      return own.size === 0 ? [] : [`${registry.index}: the registry of ${registry.folder} is missing`];
    return [...own]
      .filter((member) => !members.isRegistered(registry, member))
      .map((member) => `${registry.index}: ${member} has no line in the registry`);
  });
}

/** What is heavy is loaded when it is first needed, not at the start. */
function checkStarts(sources: Sources): readonly string[] {
  return starts.flatMap((start) => {
    const via = new Map<string, string>();
    const pending = sources.has(start) ? [start] : [];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      const source = sources.get(path);
      for (const { specifier, kind } of source === undefined ? [] : importsOf(source)) {
        if (specifier === null || kind !== 'static') continue;
        const target = specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : packageOf(specifier);
        if (via.has(target)) continue;
        via.set(target, path);
        pending.push(target);
      }
    }
    return heavy.flatMap((target) =>
      via.has(target) ? [`${start}: loads ${target} at the start, by ${via.get(target)}`] : [],
    );
  });
}
