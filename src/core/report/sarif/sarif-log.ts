import type { Severity } from '../../model/report.ts';
import { jsonText } from '../json-text.ts';

export type SarifLevel = 'error' | 'warning' | 'note' | 'none';
export const sarifLevels: Readonly<Record<Severity, SarifLevel>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

/** The name says how a fingerprint came about; another way of making it is another version. */
export const sarifFingerprints = (fingerprint: string) => ({ 'evdxFinding/v1': fingerprint });

/** One run as a log file. @see SARIF 2.1.0, 3.13 */
export const sarifLog = (run: object): string =>
  `${jsonText(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [run],
    },
    2,
  )}\n`;
