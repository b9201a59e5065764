import type { FoundFact, Observation } from '../../model/companion.ts';
import type { Level } from '../../model/event.ts';
import type { LineNeeds, LinesAhead } from '../parsers/segment-format.ts';

/** A line of an output, with its number in the text. */
export interface OutputLine {
  readonly text: string;
  /** 1-based. */
  readonly number: number;
}
export interface CompanionResult {
  readonly facts: readonly FoundFact[];
  readonly observations: readonly Observation[];
}
/** A tool whose output is pasted beside logs: how its output is found in a text, and what it tells. */
export interface Companion {
  readonly tool: string;
  /** Events have its output as their text. */
  readonly isQuoted?: boolean;
  /** Without it its output begins in no line. */
  readonly needs?: LineNeeds;
  /** Does its output begin in the first of these lines? Asked at every line that nothing claims, so a rare word is looked for first. */
  begins(lines: LinesAhead): boolean;
  /** Without such a line within the next few it does not begin. */
  readonly isMark?: (line: string) => boolean;
  /** Is this line, the first of `lines`, part of it? Asked of lines behind the beginning that are not blank. */
  continues(line: string, lines: LinesAhead): boolean;
  read(lines: readonly OutputLine[]): CompanionResult;
}

/** Collects what an output tells. */
export class Telling implements CompanionResult {
  readonly facts: FoundFact[] = [];
  readonly observations: Observation[] = [];
  readonly #tool: string;
  /** Once the output names it. */
  host: string | null = null;

  constructor(tool: string) {
    this.#tool = tool;
  }

  fact(name: string, value: string | boolean, { number }: OutputLine): void {
    this.facts.push({ name, value, host: this.host, position: number });
  }
  /** How many there are in these lines, told where they begin; none is not told. */
  count(name: string, count: number, [first]: readonly OutputLine[]): void {
    if (count > 0 && first !== undefined) this.fact(name, `${count}`, first);
  }
  observe(
    level: Level | null,
    fields: Readonly<Record<string, string | undefined>>,
    lines: readonly OutputLine[],
  ): void {
    const present = Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value] as const],
    );
    this.observations.push({
      tool: this.#tool,
      position: lines[0]?.number ?? 1,
      level,
      fields: new Map(present),
      text: lines.map(({ text }) => text.trim()).join('\n'),
    });
  }
}

/** Cuts lines where one begins something new; what stands ahead of the first is left out, and so are blank lines. */
export function blocksOf(
  lines: readonly OutputLine[],
  begins: (line: string) => boolean,
): readonly (readonly OutputLine[])[] {
  const blocks: OutputLine[][] = [];
  for (const line of lines) {
    if (begins(line.text)) blocks.push([line]);
    else if (line.text.trim() !== '') blocks.at(-1)?.push(line);
  }
  return blocks;
}

/** The value behind a label and its colon. */
export const valueAfter = (label: RegExp, line: string): string | null => {
  const match = label.exec(line);
  return match === null ? null : line.slice(match.index + match[0].length).trim();
};
