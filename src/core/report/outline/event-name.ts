import { toolOf } from '../../model/companion.ts';
import type { ReportEvidence } from '../../model/report.ts';

/** `MSExchangeIS 9607`, or `vssadmin output` for what a tool told; null where neither source nor id is known. */
export function eventName({ provider, eventId }: Pick<ReportEvidence, 'provider' | 'eventId'>): string | null {
  const tool = toolOf(provider);
  if (tool !== null) return `${tool} output`;
  return [provider, eventId].filter((word) => word !== null).join(' ') || null;
}
