import { asWritten } from '../../model/as-written.ts';
import type { Finding } from '../../model/report.ts';
import { keyValues } from '../key-values.ts';

/** The finding with its key as the events write the names; machines go by those in lower case. */
export function spelled(finding: Finding): Finding {
  const texts = finding.evidence.flatMap(({ text }) => text ?? []);
  const names = keyValues(finding.key).map(([name, value]) => [name, asWritten(value, texts)] as const);
  return { ...finding, key: { ...finding.key, ...Object.fromEntries(names) } };
}
