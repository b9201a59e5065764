import { EARLIER_NAME, isSaid } from '../../model/facts.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Report, ReportFact } from '../../model/report.ts';
import { bullets, type Document, type Inline, log, onHost, quiet, section } from './document.ts';
import { shortened, spoken } from './words.ts';

const VALUE_CHARACTERS = 160;

const fromWords: Readonly<Record<ReportFact['from'], string>> = {
  event: 'from an event',
  companion: 'from a command output',
  option: 'given',
  answer: 'answered',
};
/** An answer that no rule asked for, perhaps because its name has a slip of the pen. */
const isIdle = ({ from, changed }: Pick<ReportFact, 'from' | 'changed'>): boolean =>
  isSaid({ from }) && changed.length === 0;

const describeFact = ({ name, value, host, from, changed }: ReportFact): Inline => [
  `${name}: `,
  log(typeof value === 'boolean' ? (value ? 'yes' : 'no') : shortened(value, VALUE_CHARACTERS)),
  ...onHost(host),
  quiet(` (${fromWords[from]}${isIdle({ from, changed }) ? ', changes nothing here' : ''})`),
  ...changed.map(({ ruleId, was, is }) => `; ${ruleId}: was ${spoken(was)}, is ${spoken(is)}`),
];

/** Each source tells again what others told of the same host; it is said once. Earlier names stand with what was looked at. */
export const describeFacts = ({ facts }: Report): Document => {
  const known = facts.filter(({ name }) => name !== EARLIER_NAME);
  const alike = groupBy(known, ({ at: _, ...said }) => JSON.stringify(said));
  return section('Known', bullets([...alike.values()].map(([first]) => describeFact(first))));
};
