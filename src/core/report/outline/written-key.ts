import { asWritten } from '../../model/as-written.ts';
import type { Finding } from '../../model/report.ts';

/** The key of a finding with its values as the events of the finding have them. */
export function writtenKey({ key, evidence }: Pick<Finding, 'key' | 'evidence'>): Finding['key'] {
  const texts = evidence.flatMap(({ text }) => text ?? []);
  return Object.fromEntries(
    Object.entries(key).map(([name, value]) => [name, value === null ? null : asWritten(value, texts)]),
  );
}
