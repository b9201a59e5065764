import { listOf } from '../../../model/list-of.ts';
import { canonicalProvider } from '../../words/providers.ts';
import { type Complaint, onKey, quote } from '../problem.ts';
import type { RulePart } from '../schema.ts';
import { conditionReferences } from '../semantics/conditions.ts';
import { anchorOf } from '../semantics/view.ts';
import { arePatterns, writtenWords } from '../words.ts';
import { type EverydayEvent, everydayEvents } from './everyday-events.ts';
import { reachedFrom } from './reached.ts';
import { globPattern, hasId, type LintView, looksInside, partsOf } from './view.ts';

/** Of 1 000 records: from here up each run renders, judges and keeps too much for what may add a sentence to a finding. */
const MANY = 20;
/** And here for what decides about the finding: that a trouble is over mostly shows in an everyday event, which a rule cannot do without. */
const MANY_WHERE_IT_DECIDES = 200;

/** A class that asks for an event of everyday life and looks no further. */
export function* lintEveryday(view: LintView): Generator<Complaint> {
  const deciding = decidingNames(view);
  for (const name of view.names.classes) {
    const decides = deciding.has(name);
    for (const { path, whole, not } of partsOf(view, name)) {
      if (looksInside(whole) || not.some(looksInside)) continue;
      const [first] = everydayEvents
        .filter((event) => event.perThousand >= (decides ? MANY_WHERE_IT_DECIDES : MANY) && takes(whole, event))
        .sort((a, b) => b.perThousand - a.perThousand);
      if (first === undefined) continue;
      yield onKey(
        path,
        `class ${quote(name)} takes an everyday event: ${nameOf(whole, first)} stands up to ${first.perThousand} times per 1 000 records in a healthy ${first.log} log (${first.source})`,
        `ask for a code, an insert ("strings", "fields"), a text or bytes of "data"${decides ? '' : ', or do without it: no grade and no rule-out rests on it'}`,
      );
    }
  }
}

const nameOf = ({ id }: RulePart, { provider, ids }: EverydayEvent): string =>
  `${provider} ${ids.find((one) => hasId(id, one)) ?? ids[0]}`;

function takes(part: RulePart, { provider, ids, level }: EverydayEvent): boolean {
  if (!isCalled(part.provider, provider)) return false;
  if (part.level !== undefined && !listOf(part.level).includes(level)) return false;
  return part.id === undefined || ids.some((id) => hasId(part.id, id));
}

function isCalled(words: RulePart['provider'], provider: string): boolean {
  if (words === undefined) return false;
  const written = writtenWords(words);
  return arePatterns(words)
    ? written.some((glob) => globPattern(glob).test(provider))
    : written.some((word) => canonicalProvider(word) === canonicalProvider(provider));
}

/** What anchor, grades and rule-outs stand on; evidence and impact only speak about a finding that is there. */
function decidingNames(view: LintView): ReadonlySet<string> {
  const from = [...conditionReferences(view)].flatMap((reference) =>
    'message' in reference ||
    reference.kind === 'context' ||
    (reference.path[0] !== 'grade' && reference.path[0] !== 'rule_out')
      ? []
      : [reference.name],
  );
  return reachedFrom(view.rule, [...from, anchorOf(view) ?? []].flat()).names;
}
