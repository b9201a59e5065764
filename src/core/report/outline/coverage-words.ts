import type { ReportCoverage } from '../../model/report.ts';
import type { GapReason } from '../../model/scan.ts';

export const completenessWords: Readonly<Record<ReportCoverage['completeness'], string>> = {
  proven: 'complete, as the record numbers prove',
  assumed: 'seems complete',
  selected: 'picked events, which prove no absence',
};
export const gapWords: Readonly<Record<GapReason, string>> = {
  jump: 'record numbers jump',
  cleared: 'log cleared',
  off: 'machine off',
  clock: 'clock changed',
  unreadable: 'unreadable',
};
