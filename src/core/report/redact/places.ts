/**
 * Who wrote the text at a place of a report. `fixed`: evdx or a rule alone; it stays. `rule`: a rule or evdx with values of the log in
 * it; words that rules use stay. What is not named here is the log's, and every name in it is hidden: a new place is safe.
 */
export type Author = 'fixed' | 'rule' | 'log';

const below = (place: string, names: string): readonly string[] => names.split(' ').map((name) => `${place}.${name}`);
const eventPlaces = (place: string) => below(place, 'role time level timeBasis');

const fixed: readonly string[] = [
  'tool',
  'redacted',
  'selection',
  ...below('sources', 'format language encoding timeBasis problems.code'),
  ...below('sources.coverage', 'first last levels completeness gaps'),
  ...below('findings', 'ruleId title grade severity fingerprint first last causes refs status impact timeline unknown'),
  ...below('findings.resolution', 'id for risk confirmFirst'),
  ...below('findings.resolution.steps', 'expect stopIf run.shell run.needs run.effect'),
  ...eventPlaces('findings.resolution.steps.show'),
  ...eventPlaces('findings.evidence'),
  ...below('ruledOut', 'ruleId fingerprint grade first last'),
  ...below('questions', 'ruleId ask how decides'),
  ...below('notChecked', 'ruleId because'),
  ...below('unexplained', 'level first last related'),
  'problems.code',
  ...below('limits', 'limit ruleId'),
  ...below('facts', 'from changed'),
  ...below('mentioned', 'kind value name'),
  ...below('statistics', 'level first last'),
  ...below('nearMisses', 'ruleId kind name failed steps reached stoppedBy samples.time'),
];
const ofRules: readonly string[] = [
  ...below('sources', 'coverage.channel problems.detail'),
  ...below('findings', 'summary wouldRaise unless notes evidence.provider evidence.channel'),
  ...below('findings.resolution.steps', 'do run.command show.provider show.channel'),
  'ruledOut.because',
  'questions.fact',
  ...below('unexplained', 'provider channel'),
  'problems.detail',
  'limits.detail',
  'facts.name',
  ...below('statistics', 'provider channel'),
  ...below('nearMisses', 'had needed title'),
];
const authorByPlace: ReadonlyMap<string, Author> = new Map([
  ...fixed.map((place) => [place, 'fixed'] as const),
  ...ofRules.map((place) => [place, 'rule'] as const),
]);

/** Of a place or the nearest one above it: `findings.timeline` holds for all of the time line. */
export function authorOf(place: string): Author {
  for (let at = place; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
    const author = authorByPlace.get(at);
    if (author !== undefined) return author;
  }
  return 'log';
}
