import { groupBy } from '../../model/group-by.ts';
import type { Finding, Report, ReportEvidence, ReportPlace, ReportReference } from '../../model/report.ts';
import { unreadInputs } from '../looked.ts';
import { binaryFormats } from '../outline/view.ts';
import { counted } from '../outline/words.ts';
import { problemText } from '../problem-text.ts';
import { type SarifLevel, sarifFingerprints, sarifLevels, sarifLog } from '../sarif/sarif-log.ts';
import { sarifMessage } from '../sarif/sarif-text.ts';
import { sarifUri } from '../sarif/sarif-uri.ts';
import { visibleText } from '../visible-text.ts';
import type { Reporter } from './reporter.ts';

/** Binary logs count bytes, all others lines. The record number is what an admin looks for, and no region has a place for it. */
const toRegion = (format: string, { position, recordId }: Pick<ReportPlace, 'position' | 'recordId'>) => ({
  ...(binaryFormats.has(format) ? { byteOffset: Math.max(0, position) } : { startLine: Math.max(1, position) }),
  properties: { recordId },
});

const toPhysicalLocation = ({ sources }: Report, place: ReportPlace) => {
  const source = sources[place.source];
  return source === undefined
    ? {}
    : {
        physicalLocation: {
          artifactLocation: { uri: sarifUri(source.name), index: place.source },
          region: toRegion(source.format, place),
        },
      };
};

const hostLocations = (host: string | null) =>
  host === null ? {} : { logicalLocations: [{ name: visibleText(host), kind: 'host' }] };

const toLocation = (report: Report, event: ReportEvidence) => {
  const { role, time, provider, eventId, channel, level, codes, text } = event;
  const named = [provider, eventId].filter((word) => word !== null).join(' ');
  return {
    ...toPhysicalLocation(report, event.at),
    ...hostLocations(event.host),
    message: sarifMessage([[named, text].filter((word) => word !== null && word !== '').join(': ') || role]),
    properties: { role, time, provider, eventId, channel, level, codes },
  };
};

const isWebAddress = (url: string | null): url is string =>
  url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);
const referenceWords = ({ kb, url, title, note }: ReportReference): string =>
  [kb === null ? null : `KB${kb}`, title, url, note].filter((word) => word !== null).join(', ');

const toRule = ({ ruleId, title, kb, severity, status, refs, impact }: Finding) => {
  const helpUri = refs.map(({ url }) => url).find(isWebAddress);
  const help = [...impact, ...refs.map(referenceWords)];
  return {
    id: ruleId,
    shortDescription: sarifMessage([title]),
    ...(helpUri === undefined ? {} : { helpUri: new URL(helpUri).href }),
    ...(help.length === 0 ? {} : { help: sarifMessage(help) }),
    defaultConfiguration: { level: sarifLevels[severity] },
    properties: { kb, severity, status, tags: [ruleId.split('/')[0]] },
  };
};

const toResult = (report: Report, ruleIds: readonly string[], finding: Finding) => {
  const { ruleId, title, severity, grade, host, key, fingerprint, count, first, last, summary, explainedBy } = finding;
  const cause = finding.causes.find(({ named }) => named)?.title ?? null;
  // The last event is where it shows; the others led there.
  const shown = finding.evidence.at(-1);
  const others = finding.evidence.slice(0, -1);
  return {
    ruleId,
    ruleIndex: ruleIds.indexOf(ruleId),
    level: sarifLevels[severity],
    message: sarifMessage([
      title,
      summary,
      cause === null ? '' : `Cause: ${cause}`,
      host === null ? '' : `Host: ${host}`,
    ]),
    locations: shown === undefined ? [hostLocations(host)] : [toLocation(report, shown)],
    relatedLocations: others.map((event, id) => ({ id, ...toLocation(report, event) })),
    partialFingerprints: sarifFingerprints(fingerprint),
    occurrenceCount: count,
    properties: { severity, grade, host, key, first, last, cause, explainedBy },
  };
};

const notification = (level: SarifLevel, id: string, lines: readonly string[], more: object = {}) => ({
  level,
  descriptor: { id },
  message: sarifMessage(lines),
  ...more,
});
const onHost = (host: string | null): string => (host === null ? '' : `Host: ${host}`);

const sourceNotifications = (report: Report) =>
  report.sources.flatMap(({ problems, format, name }, index) =>
    problems
      .filter(({ code }) => !report.problems.some((known) => known.code === code && known.place === name))
      .map(({ code, position, detail }) => {
        const region = position === null ? {} : { region: toRegion(format, { position, recordId: null }) };
        const physicalLocation = { artifactLocation: { uri: sarifUri(name), index }, ...region };
        return notification('warning', code, [problemText(code, detail)], { locations: [{ physicalLocation }] });
      }),
  );

/** One for each reason and host: hundreds of rules may lack the same log. */
function uncheckedNotifications({ notChecked }: Report) {
  const groups = groupBy(notChecked, ({ because, host }) => JSON.stringify([because, host]));
  return [...groups.values()].map((group) => {
    const [{ because, host }] = group;
    const words = [`${counted(group.length, 'rule')} not checked: ${because}`, onHost(host)];
    return notification('note', 'not-checked', words, { properties: { ruleIds: group.map(({ ruleId }) => ruleId) } });
  });
}

/** What could not be looked at, was ruled out or not checked: no result, but nobody shall miss it. */
const toNotifications = (report: Report) => [
  ...report.problems.map(({ code, place, detail }) => notification('error', code, [place, problemText(code, detail)])),
  ...sourceNotifications(report),
  ...report.limits.map(({ limit, detail }) => notification('error', `limit/${limit}`, [detail])),
  ...uncheckedNotifications(report),
  ...report.ruledOut.map(({ ruleId, because, host }) =>
    notification('none', 'ruled-out', [because, onHost(host)], { associatedRule: { id: ruleId } }),
  ),
];

/** SARIF 2.1.0, for code scanning and ticket systems. */
export const sarif: Reporter = (report) => {
  const { tool, sources, findings, limits, redacted } = report;
  const ruleIds = [...new Set(findings.map(({ ruleId }) => ruleId))];
  return sarifLog({
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        rules: ruleIds.flatMap((id) => findings.find(({ ruleId }) => ruleId === id) ?? []).map(toRule),
      },
    },
    invocations: [
      {
        executionSuccessful: unreadInputs(report).length === 0 && limits.length === 0,
        toolExecutionNotifications: toNotifications(report),
      },
    ],
    artifacts: sources.map(({ name, format, events }) => ({
      location: { uri: sarifUri(name) },
      roles: ['analysisTarget'],
      properties: { format, events },
    })),
    results: findings.map((finding) => toResult(report, ruleIds, finding)),
    columnKind: 'utf16CodeUnits',
    properties: { ruleCount: tool.ruleCount, redacted },
  });
};
