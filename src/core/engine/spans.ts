/** A stretch of time, both ends included. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** What is left of the spans when one is cut out. */
export const without = (spans: readonly Span[], cut: Span): readonly Span[] =>
  spans.flatMap(({ fromMs, toMs }) => {
    if (cut.toMs <= fromMs || cut.fromMs >= toMs) return [{ fromMs, toMs }];
    const parts: readonly Span[] = [
      { fromMs, toMs: cut.fromMs },
      { fromMs: cut.toMs, toMs },
    ];
    return parts.filter((part) => part.toMs > part.fromMs);
  });

/** Do the spans together reach over all of [fromMs, toMs]? */
export function spansCover(spans: readonly Span[], fromMs: number, toMs: number): boolean {
  let reachedMs: number | null = null;
  for (const span of [...spans].sort((a, b) => a.fromMs - b.fromMs)) {
    if (span.fromMs > (reachedMs ?? fromMs)) continue;
    if (span.toMs >= (reachedMs ?? fromMs)) reachedMs = span.toMs;
    if (reachedMs !== null && reachedMs >= toMs) return true;
  }
  return false;
}
