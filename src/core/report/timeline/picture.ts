import type { TimeBasis } from '../../model/event.ts';
import { isoFromMs } from '../../model/iso-time.ts';
import type { Severity, TruthName } from '../../model/report.ts';
import type { Completeness } from '../../model/scan.ts';
import { cutText } from '../cut-text.ts';
import type { View } from '../outline/view.ts';

/**
 * What a time line shows, before anybody chose a medium: HTML draws it as SVG, Markdown as lines of text. All texts in it are plain and
 * untrusted.
 */
export interface Picture {
  /** The ends of the axis, UTC; a little outside of what is shown. */
  readonly fromMs: number;
  readonly toMs: number;
  /** What is shown. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** The same as a person reads it, in the zone of the display. */
  readonly ends: readonly [first: string, last: string];
  /** Of the times on the axis. */
  readonly basis: TimeBasis | undefined;
  readonly lanes: readonly Lane[];
  /** What did not fit in; null where all is drawn. */
  readonly leftOut: string | null;
}
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
  readonly title: string;
}
export interface Covered extends Span {
  readonly completeness: Completeness;
}
/** One moment, or several of a kind that stand too close to be told apart. */
export interface Mark {
  readonly atMs: number;
  readonly label: string;
  readonly title: string;
  /** Indices into the evidence of the finding. */
  readonly evidence: readonly number[];
  /** Index into the findings, in a picture of the whole report. */
  readonly finding: number | null;
  readonly severity: Severity | null;
}
export interface Bar extends Span {
  readonly value: TruthName;
}
interface AnyLane {
  readonly label: string;
}
export interface LogLane extends AnyLane {
  readonly kind: 'log';
  readonly covered: readonly Covered[];
  readonly gaps: readonly Span[];
  /** By time. */
  readonly marks: readonly Mark[];
}
export interface BarLane extends AnyLane {
  readonly kind: 'window' | 'missing' | 'flag';
  readonly bars: readonly Bar[];
}
export type Lane = LogLane | BarLane;

/** More stands in no picture that a person can read. */
const MAX_BARS = 24;
const LABEL_CHARACTERS = 80;

export const limited = <T>(items: readonly T[]): { readonly shown: readonly T[]; readonly more: number } => ({
  shown: items.slice(0, MAX_BARS),
  more: Math.max(0, items.length - MAX_BARS),
});

/** Labels stand on one line, whatever a log calls itself. */
export const shortLabel = (label: string, length = LABEL_CHARACTERS): string => cutText(label, length);

/** The part of a span that lies on the axis; null when none does. */
export function clipped<T extends Pick<Span, 'fromMs' | 'toMs'>>(span: T, fromMs: number, toMs: number): T | null {
  if (span.toMs < fromMs || span.fromMs > toMs) return null;
  return { ...span, fromMs: Math.max(span.fromMs, fromMs), toMs: Math.min(span.toMs, toMs) };
}

/** A little air at both ends: nothing stands on the frame. */
const PADDING = 0.04;
/** Around a single moment. */
const MOMENT_PADDING_MS = 500;
export function axisAround(
  view: View,
  firstMs: number,
  lastMs: number,
  basis: TimeBasis | undefined,
): Omit<Picture, 'lanes' | 'leftOut'> {
  const padding = lastMs === firstMs ? MOMENT_PADDING_MS : Math.ceil((lastMs - firstMs) * PADDING);
  const ends = [view.time(isoFromMs(firstMs), basis), view.time(isoFromMs(lastMs), basis)] as const;
  return { fromMs: firstMs - padding, toMs: lastMs + padding, firstMs, lastMs, ends, basis };
}
