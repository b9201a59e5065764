import { expect, test } from 'vitest';
import { articlesOf } from '../../../../src/core/knowledge/rules/articles-of.ts';
import { sampleRule } from '../../../support/sample-rule.ts';

test('an article that two references name counts once, in the order of the first', () => {
  const refs = [
    { kb: 258503, url: 'https://example.org/event-ids-5788-5789' },
    'a table',
    { kb: 162 },
    { kb: 258503, title: 'the same article, another part' },
  ];
  expect(articlesOf({ ...sampleRule, refs })).toEqual([258503, 162]);
});
