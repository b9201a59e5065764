import { expect, test } from 'vitest';
import { relatedArticles } from '../../../../src/core/knowledge/articles/related.ts';
import { ARTICLES, PRODUCTS } from '../../../../src/core/knowledge/articles/table.ts';

const kind = (
  provider: string | null,
  eventId: number | null,
  sample: string | null = null,
  products: string[] = [],
  isVistaOrLater = false,
) => ({
  ...{ provider, eventId, sample, products, isVistaOrLater },
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

test('no article is about a Windows that has manifests, or about what came with one', () => {
  expect(PRODUCTS.split('\n').filter((name) => /\b(?:XP|2003|Vista|2007|2008|2010)\b/.test(name))).toEqual([]);
});

test('for Vista and later neither the id is a reason nor the words, which stand in each event of it', () => {
  const text =
    'The Spooler service failed to start due to the following error: The system cannot find the file specified.';
  const fitting = (isLater: boolean): readonly string[] =>
    relatedArticles(kind('Service Control Manager', 7000, text, [], isLater)).map(({ because }) => because);
  expect(fitting(false).filter((because) => because.includes('the same words'))).toHaveLength(3);
  expect(fitting(true)).toEqual([]);
});

test('for Vista and later the same error code is a reason, said with the product', () => {
  const shared = 'it names NETLOGON 3210, the same error code, about';
  const text = 'This computer could not authenticate with \\\\DC1: 0xc0000022.';
  expect(relatedArticles(kind('NETLOGON', 3210, text, [], true)).map(({ kb, because }) => [kb, because])).toEqual([
    [271_288, `${shared} Microsoft Windows NT Server versions 4.0, 4.0 SP4, 4.0 SP5, 4.0 SP6`],
    [153_719, `${shared} Microsoft Windows NT Server versions 3.5, 3.51, 4.0`],
  ]);
});
