import { upperBound } from '../model/sorted.ts';

/** A stretch of time, both ends included. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** From the earlier of two times to the later. */
export const spanBetween = (aMs: number, bMs: number): Span => ({
  fromMs: Math.min(aMs, bMs),
  toMs: Math.max(aMs, bMs),
});

/** Spans that overlap or touch as one; ascending, and no two touch. */
export const union = (spans: readonly Span[]): readonly Span[] => joined(spans, (fromMs, toMs) => fromMs <= toMs);

/** Cuts that overlap as one; ascending. The moment between two that only touch is cut out by neither. */
export const unionOfCuts = (cuts: readonly Span[]): readonly Span[] => joined(cuts, (fromMs, toMs) => fromMs < toMs);

function joined(spans: readonly Span[], meets: (fromMs: number, lastToMs: number) => boolean): readonly Span[] {
  const result: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of spans.toSorted((a, b) => a.fromMs - b.fromMs)) {
    const last = result.at(-1);
    if (last !== undefined && meets(fromMs, last.toMs)) last.toMs = Math.max(last.toMs, toMs);
    else result.push({ fromMs, toMs });
  }
  return result;
}

/** What is left of a span when cuts, ascending and without overlaps, are taken out; their edges stay, be it as a moment. */
export function without({ fromMs, toMs }: Span, cuts: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let start: number | null = null;
  for (let index = Math.max(0, indexAt(cuts, fromMs)); index < cuts.length; index++) {
    const cut = cuts[index];
    if (cut === undefined || cut.fromMs >= toMs) break;
    if (cut.toMs <= fromMs) continue;
    if (cut.fromMs >= (start ?? fromMs)) left.push({ fromMs: start ?? fromMs, toMs: cut.fromMs });
    start = cut.toMs;
  }
  if (start === null) return [{ fromMs, toMs }];
  return start <= toMs ? [...left, { fromMs: start, toMs }] : left;
}

/** The last of these spans, ascending and apart, that begins at or before a time; null: none. */
export function spanAt(spans: readonly Span[], atMs: number): Span | null {
  return spans[indexAt(spans, atMs)] ?? null;
}

const indexAt = (spans: readonly Span[], atMs: number): number => upperBound(spans, atMs, ({ fromMs }) => fromMs) - 1;
