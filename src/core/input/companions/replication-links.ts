import type { OutputLine } from './companion.ts';

/** A link between two controllers whose last replication failed, as `repadmin` and `dcdiag` tell it. */
export interface FailedLink {
  readonly partner: string;
  readonly server?: string;
  readonly partition?: string;
  /** The number of the error, in decimals. */
  readonly result: string;
  readonly failures?: string;
  readonly lines: readonly OutputLine[];
}

/** `DC=ForestDnsZones,DC=contoso,DC=com` */
export const PARTITION = /\b((?:DC|CN)=[^\s,]+(?:,(?:DC|CN)=[^\s,]+)+)/;
