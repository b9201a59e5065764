import type { OtherLog } from './kinds.ts';

/** How each format of `evdx`, `evdx diff` and `evdx events --summary` begins; what `evdx events` writes are events, and is read. */
const BEGINNINGS: readonly RegExp[] = [
  // Table, wherever a narrow terminal broke its first sentence.
  /Looked\s+at\s+[\d,]{1,20}\s+events?\s+(?:\([^()]{1,200}\)\s+)?in\s+[\d,]{1,20}\s+sources?\b/,
  /# evdx (?:report|diff)\n/,
  /<!doctype html>[\s\S]{0,2000}?<meta name="generator" content="evdx[ "]/,
  /\{\s*"schemaVersion":\s*\d+,\s*(?:"tool":\s*\{\s*"name":\s*"evdx"|"by":\s*"(?:run|host)")/,
  // JSON lines.
  /\{(?:"change":"[a-z]{1,20}",)?"ruleId":"[\w./-]{1,200}","kb":\[/,
  // SARIF.
  /\{\s*"\$schema":\s*"[^"]{0,200}",\s*"version":\s*"[\d.]{1,9}",\s*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"evdx"/,
  // JUnit.
  /<\?xml [^<>]{1,100}\?>\s*<testsuites name="evdx[ "]/,
  /severity,grade,host,title,ruleId,kb,|change,severity,grade,oldSeverity,oldGrade,/,
];

/** Of the events in the logs a report tells some once more, so that those beside it would count twice. */
export const ownReport: OtherLog = {
  name: 'a report of evdx',
  begins: new RegExp(BEGINNINGS.map(({ source }) => source).join('|')),
  isUnread: true,
};
