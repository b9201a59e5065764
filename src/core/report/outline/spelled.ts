import { escapeRegExp } from '../../model/escape-regexp.ts';
import type { Finding, ReportEvidence, ReportResolution } from '../../model/report.ts';
import { keyValues } from '../key-values.ts';

/** An expression of a megabyte is none; a name or a path is never that long. */
const MAX_CHARACTERS = 512;

/**
 * The finding with its key and its steps as the events write the names. Rules compare names in lower case, and so do the report's machine
 * formats; people look for `TrustedInstaller` and `Yazıcı Uzantıları`.
 */
export function spelled(finding: Finding): Finding {
  const spellings = keyValues(finding.key).flatMap(([name, value]) => {
    const spelling = spellingIn(finding.evidence, value);
    return spelling === null ? [] : [{ name, word: wordOf(value, 'gu'), spelling }];
  });
  if (spellings.length === 0) return finding;
  const respelled = (text: string): string =>
    spellings.reduce((whole, { word, spelling }) => whole.replace(word, () => spelling), text);
  return {
    ...finding,
    key: { ...finding.key, ...Object.fromEntries(spellings.map(({ name, spelling }) => [name, spelling])) },
    resolution: finding.resolution.map((one) => respelledSteps(one, respelled)),
  };
}

const respelledSteps = (resolution: ReportResolution, respelled: (text: string) => string): ReportResolution => ({
  ...resolution,
  steps: resolution.steps.map((step) => ({
    ...step,
    do: respelled(step.do),
    run: step.run === null ? null : { ...step.run, command: respelled(step.run.command) },
  })),
});

/** How the first event that holds a name of small letters writes it; null: no otherwise. */
function spellingIn(evidence: readonly ReportEvidence[], value: string): string | null {
  if (value.length > MAX_CHARACTERS || value !== value.toLowerCase() || value === value.toUpperCase()) return null;
  const word = wordOf(value, 'iu');
  for (const { text } of evidence) {
    const spelling = text === null ? undefined : word.exec(text)?.[0];
    if (spelling !== undefined) return spelling === value ? null : spelling;
  }
  return null;
}

const wordOf = (word: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(word)}(?![\\p{L}\\p{N}])`, flags);
