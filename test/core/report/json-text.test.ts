import { expect, test } from 'vitest';
import { jsonText } from '../../../src/core/report/json-text.ts';
import { hostileTexts } from '../../support/hostile-texts.ts';

test.each(Object.entries(hostileTexts))('is the same value and nothing that acts: %s', (_name, text) => {
  const written = jsonText({ [text]: text });
  expect(written).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
  expect(Object.entries(JSON.parse(written))).toEqual([[text, text]]);
});
