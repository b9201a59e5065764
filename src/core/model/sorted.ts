/**
 * How many items stand ahead of the border in a list of two parts: those for which `isAhead` holds, then those for which it does not.
 * @param isAhead asked for about log2(length) indices
 */
export function partitionPoint(length: number, isAhead: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isAhead(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first item whose rising value is at least `wanted`; the length of the list where there is none. */
export const lowerBound = <T>(items: readonly T[], wanted: number, risingOf: (item: T) => number): number =>
  partitionPoint(items.length, (index) => {
    const item = items[index];
    return item !== undefined && risingOf(item) < wanted;
  });

/** Index of the first item whose rising value is above `wanted`; the length of the list where there is none. */
export const upperBound = <T>(items: readonly T[], wanted: number, risingOf: (item: T) => number): number =>
  partitionPoint(items.length, (index) => {
    const item = items[index];
    return item !== undefined && risingOf(item) <= wanted;
  });
