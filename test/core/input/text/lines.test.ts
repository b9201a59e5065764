import { describe, expect, test } from 'vitest';
import { LineCutter, MAX_LINE_CHARACTERS } from '../../../../src/core/input/text/lines.ts';

function cutInPieces(text: string, size: number): { lines: string[]; cutter: LineCutter } {
  const cutter = new LineCutter();
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += size) lines.push(...cutter.push(text.slice(at, at + size)));
  lines.push(...cutter.end());
  return { lines, cutter };
}

describe('LineCutter', () => {
  test.each([1, 2, 7, 65_536])('gives the same lines in pieces of %i', (size) => {
    expect(cutInPieces('one\n\ntwo\nthree', size).lines).toEqual(['one', '', 'two', 'three']);
  });

  test('a line end at the very end begins no line', () => {
    expect(cutInPieces('one\n', 1).lines).toEqual(['one']);
    expect(cutInPieces('', 1).lines).toEqual([]);
    expect(cutInPieces('\n', 1).lines).toEqual(['']);
  });

  test.each([999, 65_536, 2 * MAX_LINE_CHARACTERS])(
    'keeps the beginning of a line that is too long and says so, in pieces of %i',
    (size) => {
      const long = 'x'.repeat(MAX_LINE_CHARACTERS);
      const { lines, cutter } = cutInPieces(`first\n${long}yz\nlast`, size);
      expect(lines).toEqual(['first', long, 'last']);
      const detail = `${MAX_LINE_CHARACTERS + 2} characters`;
      expect(cutter.takeProblems()).toEqual([{ code: 'text/line-too-long', position: 2, detail }]);
      expect(cutter.takeProblems()).toEqual([]);
    },
  );

  test('a line of the greatest length is no problem', () => {
    const { lines, cutter } = cutInPieces(`${'x'.repeat(MAX_LINE_CHARACTERS)}\n`, 65_536);
    expect(lines[0]).toHaveLength(MAX_LINE_CHARACTERS);
    expect(cutter.takeProblems()).toEqual([]);
  });

  test('100 MB on one line keep one line of the greatest length', () => {
    const cutter = new LineCutter();
    const piece = 'x'.repeat(1 << 20);
    for (let megabyte = 0; megabyte < 100; megabyte += 1) expect(cutter.push(piece)).toEqual([]);
    const [line, ...others] = cutter.end();
    expect(line).toHaveLength(MAX_LINE_CHARACTERS);
    expect(others).toEqual([]);
    expect(cutter.takeProblems()[0]?.detail).toBe(`${100 * (1 << 20)} characters`);
  });

  test('a million pieces of one character are one line', () => {
    const cutter = new LineCutter();
    for (let index = 0; index < 1_000_000; index += 1) cutter.push('x');
    expect(cutter.push('\n')[0]?.lastIndexOf('x')).toBe(999_999);
  });
});
