/** What a work costs, in ms of CPU time: the clock of the wall goes on while a busy machine holds this process up. */
export function costMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The cost of the cheapest of three: the collector of a large process takes a second now and then, whatever runs. Stops where one is cheap enough. */
export function leastCostMs(work: () => void, enoughMs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && least >= enoughMs; attempt += 1) least = Math.min(least, costMs(work));
  return least;
}
