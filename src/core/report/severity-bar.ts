import { type Severity, severities } from '../model/report.ts';

/** Where `--fail-on` stands when nobody sets it. */
export const DEFAULT_FAIL_ON: Severity = 'high';

/** At or above the bar; information never is. */
export const isAtOrAbove = (severity: Severity, bar: Severity): boolean =>
  severity !== 'info' && severities.indexOf(severity) <= severities.indexOf(bar);
