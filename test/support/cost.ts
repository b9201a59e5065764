/** What a work costs, in ms of CPU time: the clock of the wall goes on while a busy machine holds this process up. */
export function costMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
