import type { Exporter } from './exporter.ts';
import { sigma } from './sigma/sigma.ts';

/** Every language rules can be exported to; a new one is its file and a line here. */
const exporters = { sigma } as const satisfies Record<string, Exporter>;
export type ExporterName = keyof typeof exporters;

export interface ExportedRules {
  /** What could be written. */
  readonly text: string;
  /** Rules that were left out, each with the reasons. */
  readonly refused: readonly RuleLosses[];
  /** Rules that were written although they lose something. */
  readonly lossy: readonly RuleLosses[];
}
export interface RuleLosses {
  readonly id: string;
  readonly losses: readonly string[];
}

/** @param allowLossy write also what means less there than here; otherwise it is refused. */
export function exportRules(
  rules: readonly Parameters<Exporter>[0][],
  name: ExporterName,
  allowLossy: boolean,
): ExportedRules {
  const exported = rules.map((rule) => ({ id: rule.id, ...exporters[name](rule) }));
  const isWritten = ({ text, losses }: (typeof exported)[number]): boolean =>
    text !== null && (allowLossy || losses.length === 0);
  const written = exported.filter(isWritten);
  const lossesOf = ({ id, losses }: (typeof exported)[number]): RuleLosses => ({ id, losses });
  return {
    text: written.map(({ text }) => text ?? '').join('---\n'),
    refused: exported.filter((one) => !isWritten(one)).map(lossesOf),
    lossy: written.filter(({ losses }) => losses.length > 0).map(lossesOf),
  };
}
