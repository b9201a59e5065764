import type { CreateTextParser } from '../../model/parser.ts';

/** The line in hand and those behind it, without line ends; undefined behind the last one known. */
export type LinesAhead = (index: number) => string | undefined;

/** A segment that begins in the line in hand. */
export interface SegmentStart {
  readonly column: number;
  /** Asked once a line, the first from `column` on: the column where the segment is over, 0 when the line is not part of it, -1: it goes on. */
  ends(lines: LinesAhead): number;
}

/** What every line in which a format begins has: cheap to ask of a line, so that most formats need not be asked. */
export interface LineNeeds {
  /** The first character behind blanks; one that is not ASCII may always be it. */
  readonly first?: RegExp;
  /** One of these texts. */
  readonly holds?: readonly string[];
}

/** How a format stands inside a text of several: how its segments are found, and what reads them. */
export interface SegmentFormat {
  readonly name: string;
  /** Its segments may be the details of the copied event in front of them: another form of the same event. */
  readonly isDetail: boolean;
  /** Its events are rows of a list; below one of them the copied event may stand that it shows. */
  readonly isList?: boolean;
  /** Its text may hold anything: it also ends where, behind an empty line, another format or a copied event begins. */
  readonly isOpenEnded?: boolean;
  /** Each of its lines carries a name that no other format has: behind an empty line it ends any other. */
  readonly isTagged?: boolean;
  /** Fills files of any size, which its parser reads faster than the mixture does. */
  readonly fillsFiles?: boolean;
  /** So little proves it that it begins only where no other format goes on. */
  readonly isLoose?: boolean;
  /** Its lines may have an indent, which means nothing; to other formats it may be a part of them. */
  readonly ignoresIndent?: boolean;
  /** Events have it as their text: inside one it does not begin. */
  readonly isQuoted?: boolean;
  /** Without such a line within the next few it does not begin. */
  readonly isMark?: (line: string) => boolean;
  /** Without it the format is asked of every line. */
  readonly needs?: LineNeeds;
  /** Asked at every line that no segment claims yet and that has what it needs. */
  begins(lines: LinesAhead): SegmentStart | null;
  /** Loads what is heavy, before the first text that may hold a segment is pushed. */
  prepare?(text: string): Promise<void>;
  readonly create: CreateTextParser;
}
