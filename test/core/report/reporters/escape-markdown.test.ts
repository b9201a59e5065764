import { describe, expect, test } from 'vitest';
import {
  codeBlock,
  codeSpan,
  escapeMarkdown,
  escapeUrl,
} from '../../../../src/core/report/reporters/escape-markdown.ts';
import { hostileTexts } from '../../../support/hostile-texts.ts';

describe('escapeMarkdown', () => {
  test.each([
    ['](javascript:alert(1))', '\\](javascript:alert(1))'],
    ['<b>&lt;', '\\<b\\>\\&lt;'],
    ['a | b', 'a \\| b'],
    ['*a* ~~b~~ $x$ `c`', '\\*a\\* \\~\\~b\\~\\~ \\$x\\$ \\`c\\`'],
    ['back\\slash', 'back\\\\slash'],
  ])('takes the meaning out of %j', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });
  test('leaves the underscores of code names readable, and no emphasis', () => {
    expect(escapeMarkdown('JET_errFileAccessDenied _x_ __y__')).toBe('JET_errFileAccessDenied \\_x\\_ \\_\\_y\\_\\_');
  });
  test.each([
    ['# a', '\\# a'],
    ['- a', '\\- a'],
    ['+ a', '\\+ a'],
    ['=', '\\='],
    ['1. a', '1\\. a'],
    ['12) a', '12\\) a'],
  ])('begins no block: %j', (text, written) => {
    expect(escapeMarkdown(text)).toBe(written);
  });
});

describe('codeSpan', () => {
  test.each([
    ['plain', '`plain`'],
    ['a `b` c', '``a `b` c``'],
    ['``', '``` `` ```'],
    [' both ends ', '`  both ends  `'],
    ['<b>*|_', '`<b>*|_`'],
    ['  ', ''],
  ])('holds %j', (text, written) => {
    expect(codeSpan(text)).toBe(written);
  });
  test.each(Object.entries(hostileTexts))('is closed by its own fence only: %s', (_name, text) => {
    const span = codeSpan(text);
    const fence = /^`+/.exec(span)?.[0] ?? '';
    const inner = span.slice(fence.length, -fence.length);
    expect(span.endsWith(fence)).toBe(true);
    expect(inner.match(/`+/g) ?? []).not.toContain(fence);
    expect(span).not.toContain('\n');
  });
});

test('a code block has a fence longer than any in the command', () => {
  expect(codeBlock('echo ````')).toEqual(['`````', 'echo ````', '`````']);
});

test('an address cannot leave its brackets', () => {
  expect(escapeUrl('https://x.example/a b>)(<"\'`|\\')).toBe('https://x.example/a%20b%3E%29%28%3C%22%27%60%7C%5C');
});
