import { listAt } from '../../model/map-at.ts';
import type { ErrorKind, RelatedArticle } from '../../model/report.ts';
import { readCode, scanCodes } from '../codes/scan.ts';
import { canonicalProvider } from '../words/providers.ts';
import { ARTICLES, PRODUCTS } from './table.ts';

/** Pointers, not diagnoses: more of them help nobody. */
const MAX_RELATED = 3;
const WEIGHT = { code: 4, phrase: 2, product: 1 };

interface Article {
  readonly kb: number;
  readonly title: string;
  readonly products: readonly string[];
  readonly codes: readonly number[];
  readonly phrases: readonly string[];
}

let linesByEvent: ReadonlyMap<string, readonly string[]> | null = null;
const keyOf = (provider: string, eventId: number | string): string => `${canonicalProvider(provider)}:${eventId}`;

function eventIndex(): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const line of ARTICLES.split('\n')) {
    for (const event of line.split('\t')[3]?.split(';') ?? []) {
      const colon = event.lastIndexOf(':');
      const key = keyOf(event.slice(0, colon), event.slice(colon + 1));
      listAt(index, key).push(line);
    }
  }
  return index;
}

const listIn = (cell: string | undefined): readonly string[] =>
  cell === undefined || cell === '' ? [] : cell.split(';');

function articleOf(line: string): Article {
  const [kb = '', title = '', products = '', , codes, phrases] = line.split('\t');
  const names = PRODUCTS.split('\n');
  return {
    kb: Number(kb),
    title,
    products: products === '' ? [] : products.split(',').flatMap((index) => names[Number(index)] ?? []),
    codes: listIn(codes).flatMap((code) => readCode(code) ?? []),
    phrases: listIn(phrases),
  };
}

/**
 * Articles that name this source and id, the ones that share a code, a phrase or the product first. All are about Windows NT and 2000 and
 * what ran there: of later ones only the same error code makes one worth a look, since the words of an event are those of its id.
 */
export function relatedArticles(kind: ErrorKind): readonly RelatedArticle[] {
  const { provider, eventId } = kind;
  if (provider === null || eventId === null) return [];
  linesByEvent ??= eventIndex();
  return (linesByEvent.get(keyOf(provider, eventId)) ?? [])
    .map((line) => ranked(articleOf(line), kind))
    .filter(({ sharesCode }) => sharesCode || !kind.isVistaOrLater)
    .sort((a, b) => b.score - a.score || b.kb - a.kb)
    .slice(0, MAX_RELATED)
    .map(({ kb, title, because }) => ({ kb, title, url: `https://support.microsoft.com/kb/${kb}`, because }));
}

function ranked(
  { kb, title, products, codes, phrases }: Article,
  { provider, eventId, sample, products: known }: ErrorKind,
) {
  const text = sample?.toLowerCase() ?? '';
  const own = new Set<number>();
  scanCodes(sample ?? '', own);
  const sharesCode = codes.some((code) => own.has(code));
  const reasons = [
    { holds: sharesCode, weight: WEIGHT.code, says: 'the same error code' },
    {
      holds: phrases.some((phrase) => text.includes(phrase.toLowerCase())),
      weight: WEIGHT.phrase,
      says: 'the same words',
    },
    {
      holds: products.some((product) => known.some((name) => speaksOf(product, name))),
      weight: WEIGHT.product,
      says: 'the same product',
    },
  ].filter(({ holds }) => holds);
  const shared = reasons.map(({ says }) => says).join(', ');
  const about = products[0] === undefined ? '' : `, about ${products[0]}`;
  return {
    kb,
    title,
    sharesCode,
    score: reasons.reduce((sum, { weight }) => sum + weight, 0),
    because: `it names ${provider} ${eventId}${shared === '' ? '' : `, ${shared}`}${about}`,
  };
}

/** `Microsoft Windows 2000 Server` speaks of `Windows 2000 SP4 build 5.0.2195`. */
const speaksOf = (product: string, known: string): boolean => {
  const name = known.replace(/\s+(?:SP\d+|build)\b.*$/i, '').toLowerCase();
  return name !== '' && product.toLowerCase().includes(name);
};
