import type { YAMLError } from 'yaml';

type Sentence = readonly [message: string, hint: string];

/** What the usual slips look like to YAML, and what to write. */
const SENTENCES: Readonly<Partial<Record<YAMLError['code'], Sentence>>> = {
  TAB_AS_INDENT: ['YAML does not allow a tab here', 'indent with spaces'],
  BAD_INDENT: ['this is indented differently from what it belongs to', 'line it up with its neighbours'],
  BLOCK_AS_IMPLICIT_KEY: ['a second ": " stands on one line', 'put text that holds ": " in quotes'],
  BLOCK_IN_FLOW: ['a block starts inside brackets', 'write it without brackets, or all on one line'],
  BAD_SCALAR_START: ['text cannot start with this character', 'put the text in single quotes'],
  BAD_DQ_ESCAPE: ['a backslash in double quotes starts an escape that YAML does not know', "use single quotes: '\\d+'"],
  MULTILINE_IMPLICIT_KEY: ['the ":" after a key is missing', 'write "key: value"'],
  KEY_OVER_1024_CHARS: ['a key is longer than 1024 characters', 'a key is a short name; is a quote missing?'],
  NON_STRING_KEY: ['a key is not plain text', 'write a name before the ":"'],
  MULTIPLE_DOCS: ['a second document starts here', 'one file holds one rule'],
  RESOURCE_EXHAUSTION: ['nested deeper than 32 levels', 'no rule needs that'],
  BAD_ALIAS: ['a rule has no aliases (*name)', 'write the value out, or put the text in quotes'],
  ALIAS_PROPS: ['a rule has no aliases (*name)', 'write the value out, or put the text in quotes'],
  MULTIPLE_ANCHORS: ['a rule has no anchors (&name)', 'leave it out, or put the text in quotes'],
  MULTIPLE_TAGS: ['a rule has no tags (!name)', 'leave it out, or put the text in quotes'],
  TAG_RESOLVE_FAILED: ['a rule has no tags (!name)', 'leave it out, or put the text in quotes'],
  BAD_COLLECTION_TYPE: ['a rule has no tags (!name)', 'leave it out'],
  BAD_DIRECTIVE: ['a rule has no % directives', 'leave the line out, or put the text in quotes'],
};

/** A fault of the YAML itself in the words of a rule author. */
export function syntaxProblem({ code, message }: YAMLError): Sentence {
  if (/^Flow (map|sequence)/.test(message))
    return ['a bracket before this is not closed', 'add the ] or } that is missing'];
  const own = message.replace(/\s+/g, ' ').replace(/^./, (letter) => letter.toLowerCase());
  return (
    SENTENCES[code] ?? [`this is not YAML: ${own}`, 'look for a missing quote, bracket or ":" here or just before']
  );
}

/** After these nothing is read as it was meant, so what YAML says further down is no news. */
export const spoilsTheRest = ({ code }: YAMLError): boolean =>
  code === 'TAB_AS_INDENT' || code === 'MISSING_CHAR' || code === 'BAD_INDENT';
