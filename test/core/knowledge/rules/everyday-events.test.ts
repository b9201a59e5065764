import { expect, test } from 'vitest';
import { everydayEvents } from '../../../../src/core/knowledge/rules/lint/everyday-events.ts';
import { canonicalProvider } from '../../../../src/core/knowledge/words/providers.ts';

const names = everydayEvents.flatMap(({ provider, ids }) => ids.map((id) => `${canonicalProvider(provider)} ${id}`));

test('each everyday event stands once, whatever its source is called', () => {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('each is more than one in fifty of its log, and no log has more than it holds', () => {
  const counts = everydayEvents.map(({ perThousand }) => perThousand);
  expect([Math.min(...counts) >= 20, Math.max(...counts) < 1000]).toEqual([true, true]);
});
