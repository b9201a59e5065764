import { describe, expect, test } from 'vitest';
import { allSegments, findSegment } from '../../../../src/core/input/mixture/begins.ts';
import type { LinesAhead } from '../../../../src/core/input/parsers/segment-format.ts';
import { eventTexts } from '../../../support/beginning-lines.ts';

const NONE: ReadonlySet<never> = new Set<never>();
/** The same without asking what a line needs to have. */
const findSlowly = (lines: LinesAhead): string | null =>
  allSegments.find((format) => format.begins(lines) !== null)?.name ?? null;

/** As they stand, quoted, numbered, indented, in a list and behind other words. */
const FRAMES: readonly (readonly [string, (line: string) => string])[] = [
  ['as it stands', (line) => line],
  ['indented', (line) => `\u00a0 \t${line}`],
  ['quoted', (line) => `> ${line}`],
  ['in a list', (line) => `- ${line}`],
  ['numbered', (line) => `1. ${line}`],
  ['behind the head of syslog', (line) => `<13>Mar  1 10:00:00 ex1 ${line}`],
  ['in upper case', (line) => line.toUpperCase()],
  ['in lower case', (line) => line.toLowerCase()],
];

describe.each(FRAMES)('every line in which a format begins has what the format needs, %s', (_name, frame) => {
  test.each(eventTexts)('in %s', (_text, text) => {
    const lines = text.split('\n').map(frame);
    for (const at of lines.keys()) {
      const ahead: LinesAhead = (index) => lines[at + index];
      expect([lines[at], findSegment(ahead, NONE, false)?.format.name ?? null]).toEqual([lines[at], findSlowly(ahead)]);
    }
  });
});
