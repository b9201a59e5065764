import { expect, test } from 'vitest';
import { relatedArticles } from '../../../../src/core/knowledge/articles/related.ts';
import { ARTICLES, PRODUCTS } from '../../../../src/core/knowledge/articles/table.ts';

const kind = (
  provider: string | null,
  eventId: number | null,
  sample: string | null = null,
  products: string[] = [],
) => ({
  ...{ provider, eventId, sample, products },
});

test('1072 articles, each with a number, a title and at least one source with an id', () => {
  const rows = ARTICLES.split('\n').map((line) => line.split('\t'));
  expect(rows).toHaveLength(1072);
  expect(rows.filter((row) => row.length !== 6 || !/^\d{6}$/.test(row[0] ?? '') || row[1] === '')).toEqual([]);
  const known = PRODUCTS.split('\n').length;
  expect(rows.flatMap((row) => (row[2] ?? '').split(',')).filter((index) => Number(index) >= known)).toEqual([]);
  const events = rows.flatMap((row) => (row[3] ?? '').split(';'));
  expect(events.filter((event) => !/^.+:\d{1,10}$/.test(event))).toEqual([]);
});

test('an article that names the source and the id is pointed at, with the reason', () => {
  expect(relatedArticles(kind('SNA Base Service', 561))).toEqual([
    {
      kb: 321079,
      title: 'SNABase Service May Not Start Properly with Events 561 and 624',
      url: 'https://support.microsoft.com/kb/321079',
      because:
        'it names SNA Base Service 561, about Microsoft SNA Server, versions 4.0, 4.0 SP1, 4.0 SP2, 4.0 SP3, 4.0 SP4',
    },
  ]);
});

test('the same words come before the same id alone', () => {
  const text = "The server's call to a system service failed unexpectedly.";
  const [first] = relatedArticles(kind('Srv', 2000, text));
  expect(first?.because).toContain('the same words');
  const ids = relatedArticles(kind('Srv', 2000)).map(({ because }) => because);
  expect(ids.filter((because) => because.includes('the same words'))).toEqual([]);
});

test('the source is compared through its aliases, the id exactly', () => {
  expect(relatedArticles(kind('srv', 2000)).length).toBeGreaterThan(0);
  expect(relatedArticles(kind('Srv', 20_000))).toEqual([]);
  expect(relatedArticles(kind(null, 2000))).toEqual([]);
  expect(relatedArticles(kind('Srv', null))).toEqual([]);
  expect(relatedArticles(kind('constructor', 2000))).toEqual([]);
});

test('at most three, and the same product counts', () => {
  const all = relatedArticles(kind('Srv', 2011, null, ['Windows NT Server version 4.0']));
  expect(all).toHaveLength(3);
  expect(all[0]?.because).toContain('the same product');
});
