import type { ClassMiss, KeptEvent, StatisticsCell } from '../model/scan.ts';

interface OfLog {
  /** Lower case. */
  readonly host: string | null;
  readonly channel: string | null;
}
interface OfScan {
  readonly kept: readonly KeptEvent[];
  readonly statistics: readonly StatisticsCell[];
  readonly classMisses: readonly ClassMiss[];
}

/** The logs of a source whose events name none, by host, as the programs that wrote them tell (docs/decisions/0011-logs-without-a-name.md). */
export class ToldLogs {
  readonly #logByHost: ReadonlyMap<string | null, string>;

  constructor(logByHost: ReadonlyMap<string | null, string>) {
    this.#logByHost = logByHost;
  }

  /** The same with the log at each event that names none. */
  fillIn(scan: OfScan): OfScan {
    if (this.#logByHost.size === 0) return scan;
    return {
      kept: scan.kept.map((kept) => ({ ...kept, event: this.#named(kept.event) })),
      statistics: scan.statistics.map((cell) => this.#named(cell)),
      classMisses: scan.classMisses.map((miss) => ({ ...miss, samples: miss.samples.map((one) => this.#named(one)) })),
    };
  }

  #named<T extends OfLog>(one: T): T {
    const log = one.channel === null ? this.#logByHost.get(one.host) : undefined;
    return log === undefined ? one : { ...one, channel: log };
  }
}
