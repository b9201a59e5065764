import type { Diff } from '../../model/diff.ts';
import { becauseWords, type DiffRow, diffRows } from '../diff-rows.ts';
import { capitalised } from '../outline/words.ts';
import { sarifFingerprints, sarifLevels, sarifLog } from '../sarif/sarif-log.ts';
import { sarifMessage } from '../sarif/sarif-text.ts';
import { visibleText } from '../visible-text.ts';
import type { DiffReporter } from './diff-reporter.ts';

/** SARIF has words for what changed since the last run, 3.27.24; none for what differs between hosts. */
const baselineStates: Readonly<Record<DiffRow['change'], string | null>> = {
  new: 'new',
  worse: 'updated',
  better: 'updated',
  unchanged: 'unchanged',
  gone: 'absent',
  differs: null,
  unclear: null,
  same: null,
};

const toResult = (ruleIds: readonly string[], row: DiffRow): readonly object[] => {
  const { change, ruleId, title, host, key, fingerprint, old } = row;
  const state = row.state ?? old;
  if (state === null) return [];
  const baselineState = baselineStates[change];
  const { severity, grade, summary, first, last, cause, count } = state;
  return [
    {
      ruleId,
      ruleIndex: ruleIds.indexOf(ruleId),
      level: sarifLevels[severity],
      ...(baselineState === null ? {} : { baselineState }),
      message: sarifMessage([
        title,
        summary,
        cause === null ? '' : `Cause: ${cause}`,
        host === null ? '' : `Host: ${host}`,
        capitalised(becauseWords(row) ?? ''),
      ]),
      locations: host === null ? [] : [{ logicalLocations: [{ name: visibleText(host), kind: 'host' }] }],
      ...(fingerprint === null ? {} : { partialFingerprints: sarifFingerprints(fingerprint) }),
      occurrenceCount: count,
      properties: { change, severity, grade, host, key, first, last, cause },
    },
  ];
};

const versionOf = (diff: Diff): string => (diff.by === 'run' ? diff.new : diff.report).version;

/** SARIF 2.1.0: results with their state against the baseline. Where the events stand is in the reports themselves. */
export const sarif: DiffReporter = (diff) => {
  const rows = diffRows(diff).filter(({ state, old }) => (state ?? old) !== null);
  const ruleIds = [...new Set(rows.map(({ ruleId }) => ruleId))];
  const rules = ruleIds.flatMap((id) => rows.find(({ ruleId }) => ruleId === id) ?? []);
  return sarifLog({
    tool: {
      driver: {
        name: 'evdx',
        version: versionOf(diff),
        semanticVersion: versionOf(diff),
        rules: rules.map(({ ruleId, title, kb }) => ({
          id: ruleId,
          shortDescription: sarifMessage([title]),
          properties: { kb, tags: [ruleId.split('/')[0]] },
        })),
      },
    },
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: diff.notes.map((note) => ({ level: 'warning', message: sarifMessage([note]) })),
      },
    ],
    results: rows.flatMap((row) => toResult(ruleIds, row)),
    columnKind: 'utf16CodeUnits',
    properties: { by: diff.by, redacted: diff.redacted },
  });
};
