import { asWritten } from '../../model/as-written.ts';
import type { Finding } from '../../model/report.ts';
import { keyValues } from '../key-values.ts';

/** The key of a finding with names as its events write them; machines go by those in lower case. */
export function spelledKey({ key, evidence }: Pick<Finding, 'key' | 'evidence'>): Finding['key'] {
  const texts = evidence.flatMap(({ text }) => text ?? []);
  const names = keyValues(key).map(([name, value]) => [name, asWritten(value, texts)] as const);
  return { ...key, ...Object.fromEntries(names) };
}
