import { describe, expect, test } from 'vitest';
import { screenOf } from '../../src/cli/screen.ts';
import { createFakeIo, type FakeIoOptions } from '../support/fake-io.ts';

const terminal: FakeIoOptions = { isTTY: true, columns: 100, env: { LANG: 'en_US.UTF-8', TERM: 'xterm' } };
const on = (over: FakeIoOptions = {}) => createFakeIo({ ...terminal, ...over });

describe('colour', () => {
  test.each<[string, FakeIoOptions, boolean | undefined, boolean]>([
    ['on a terminal', {}, undefined, true],
    ['not in a pipe', { isTTY: false }, undefined, false],
    ['not with NO_COLOR', { env: { NO_COLOR: '1' } }, undefined, false],
    ['an empty NO_COLOR says nothing', { env: { NO_COLOR: '' } }, undefined, true],
    ['not on a dumb terminal', { env: { TERM: 'dumb' } }, undefined, false],
    ['--no-color', {}, false, false],
    ['--color in a pipe', { isTTY: false }, true, true],
    ['--color beats NO_COLOR', { env: { NO_COLOR: '1' } }, true, true],
  ])('%s', (_name, over, color, expected) => {
    expect(screenOf(on(over), color === undefined ? {} : { color }).colour).toBe(expected);
  });
  test('never in a file', () => {
    expect(screenOf(on(), { output: 'report.txt' }).colour).toBe(false);
  });
});

describe('width', () => {
  test.each([
    [100, 100],
    [500, 120],
    [20, 40],
  ])('a terminal of %i columns gives %i', (columns, width) => {
    expect(screenOf(on({ columns }), {}).width).toBe(width);
  });
  test('a terminal that does not know its size has 80 columns', () => {
    expect(screenOf(on({ columns: 0 }), {}).width).toBe(80);
  });
  test('a pipe has 80 columns, or what COLUMNS says', () => {
    expect(screenOf(createFakeIo(), {}).width).toBe(80);
    expect(screenOf(createFakeIo({ env: { COLUMNS: '110' } }), {}).width).toBe(110);
    expect(screenOf(createFakeIo({ env: { COLUMNS: 'wide' } }), {}).width).toBe(80);
  });
});

describe('letters', () => {
  test.each<[string, FakeIoOptions, boolean]>([
    ['a UTF-8 locale', {}, true],
    ['the locale C', { env: { LANG: 'C' } }, false],
    ['no locale at all', { env: {} }, false],
    ['LC_ALL beats LANG', { env: { LC_ALL: 'POSIX', LANG: 'de_DE.UTF-8' } }, false],
    ['a pipe is UTF-8', { isTTY: false, env: {} }, true],
    ['so is a Windows console', { platform: 'win32', env: {} }, true],
  ])('%s', (_name, over, unicode) => {
    expect(screenOf(on(over), {}).unicode).toBe(unicode);
  });
});
