import { listOf } from '../../../model/list-of.ts';
import { type Complaint, onKey, quote } from '../problem.ts';
import type { RuleTextTest } from '../schema.ts';
import { type LintView, namesAny, type PlacedPart, partsOf } from './view.ts';

/** Words of a message template as all that tells a class from others of its id: binary logs hold the inserts only. */
export function* lintMessageWords(view: LintView): Generator<Complaint> {
  for (const name of view.names.classes) {
    const parts = partsOf(view, name);
    if (parts.every(({ whole }) => namesAny(whole.provider, WHOLE_TEXTS))) continue;
    // Another branch looks at what binary logs have.
    if (parts.some((part) => looksElsewhere(part) || !isTemplate(part.whole.text))) continue;
    for (const { path, own } of parts) {
      if (own.text === undefined) continue; // told where it is written
      yield onKey(
        [...path, 'text'],
        `class ${quote(name)} is told by words of the message alone, which .evt and .evtx files do not carry`,
        'test a code, an insert ("strings", "fields") or bytes of "data", here or in another branch of "any"',
      );
    }
  }
}

/** What these write is one insert with all of the text in it, such as the report of a disk check. */
const WHOLE_TEXTS = ['Microsoft-Windows-Wininit', 'Winlogon', 'Chkdsk', '.NET Runtime', 'MsiInstaller'];

const looksElsewhere = ({ whole }: PlacedPart): boolean =>
  (['code', 'strings', 'fields', 'data'] as const).some((key) => whole[key] !== undefined);

function isTemplate(test: RuleTextTest | undefined): boolean {
  if (test === undefined) return false;
  if ('any' in test) return test.any.every(isTemplate);
  if ('all' in test) return test.all.every(isTemplate);
  if ('contains' in test) return listOf(test.contains).every(looksLikeTemplate);
  return listOf(test.regex).every((regex) =>
    alternativesOf(regex).every((one) => spansInsert(one) || looksLikeTemplate(one)),
  );
}

/** A path, number, code, quoted or made-up name may come from an insert. */
const FROM_AN_INSERT = /[\d\\/:_%"'=<>{}@#.]|\b[A-Z]{2,}|[a-z][A-Z]|[^ -~]/;
const LEAST_WORDS = 6;
const AUXILIARY = /\b(is|are|was|were|has|have|had|been|will|did|does)\b/;
/** Texts of system errors stand in messages as inserts. */
const SYSTEM_ERROR =
  /\b(cannot|could not|denied|not found|timed? ?out|process|specified|unable|available|incorrect|invalid|supported|ready|insufficient|expired|disconnected|aborted|failed)\b/i;

/** A long sentence that is no text of a system error; shorter phrases and names may be inserts. */
function looksLikeTemplate(text: string): boolean {
  const sentence = text.trim().replace(/\.$/, '');
  const isPlain = !FROM_AN_INSERT.test(sentence) && !SYSTEM_ERROR.test(sentence);
  return isPlain && AUXILIARY.test(sentence) && sentence.split(/[\s,;-]+/).length >= LEAST_WORDS;
}

/** Words on both sides of a gap: the gap is where the insert stands. */
const spansInsert = (alternative: string): boolean =>
  !FROM_AN_INSERT.test(alternative.replaceAll(GAP, ' ')) && /[a-z]{2} *\ue000 *[a-z]{2}/.test(alternative);

/** The alternatives of a regular expression without its signs; what may stand for a value stays, so that it is no sentence. */
const GAP = '\ue000';
const alternativesOf = (regex: string): readonly string[] =>
  regex
    .replace(/\\[bB]/g, '')
    .replace(/\\\.(?!\w)/g, '')
    .replace(/\.[*+]\??|\\S[*+]|\[\^[^\]\d\\]*\][*+]/g, GAP)
    .replace(/\\s[*+]?/g, ' ')
    .replace(/\(\?[:i]*:?\)?|[()?^$*+]/g, '')
    .split('|');
