import { expect, test } from 'vitest';
import { isXmlName } from '../../../src/core/report/xml-text.ts';

test.each(['EventData', '_x', 'Größe', 'Имя', '名前1', 'a.b-c'])('%s is a name to any parser', (name) => {
  expect(isXmlName(name)).toBe(true);
});

// Two of them stand in remains of damaged records: names to the fifth edition of XML 1.0 alone.
test.each(['', '1a', 'a b', '가แ䰀漀', '䐀\u0982䔀', 'a:b', '-a'])('%j is none', (name) => {
  expect(isXmlName(name)).toBe(false);
});
