import type { EventContent } from '../../model/event.ts';
import { groupBy } from '../../model/group-by.ts';
import { foldWord } from './fold.ts';
import { canonicalProvider } from './providers.ts';
import { SYSTEM_MESSAGES } from './system-messages.ts';

/** Events whose insert is a Win32 error that the viewer puts into words. Sources: their message files, ParameterMessageFile kernel32.dll. */
const WITH_REASON: ReadonlyMap<string, ReadonlySet<number>> = new Map([
  ['service control manager', new Set([7000, 7001, 7006, 7013, 7023, 7024, 7032, 7038])],
  ['netlogon', new Set([5719, 5788, 5789, 5805])],
  ['dcom', new Set([10005])],
]);

type Told = Pick<EventContent, 'provider' | 'providerAlias' | 'eventId' | 'message'>;

interface Sentence {
  readonly code: number;
  readonly folded: string;
}

/** Blanks part nothing: mails break lines, and people leave them out beside Han. Nobody fills in `%1` here. */
const fold = (text: string): string => foldWord(text).replaceAll('%1', '').replace(/\s+/g, '');
const sentenceOf = (code: string, words: string): Sentence => ({
  code: Number(code),
  folded: fold(words).replace(/[.。]$/, ''),
});
const KEY_LENGTH = 4;
let sentencesByKey: ReadonlyMap<string, readonly Sentence[]> | null = null;
/** The longest first; made when the first message asks, which in most runs none does. */
function sentencesWith(key: string): readonly Sentence[] {
  sentencesByKey ??= groupBy(
    Object.values(SYSTEM_MESSAGES)
      .flatMap((sentences) =>
        Object.entries(sentences).flatMap(([code, variants]) =>
          variants.split(' | ').map((words) => sentenceOf(code, words)),
        ),
      )
      .sort((a, b) => b.folded.length - a.folded.length),
    ({ folded }) => folded.slice(0, KEY_LENGTH),
  );
  return sentencesByKey.get(key) ?? [];
}

/** A sentence begins behind one of these, and ends before one. */
const ENDS = /[.。:!?,;、()"“”„«»「」]/;
const CAPITAL = /^\p{Lu}/u;
const LINE_BREAK = /\r\n|\r|\n/;

/** The text without blanks, and where in it a sentence may begin: with a line, behind a mark, and where people left that out with a capital letter. */
function startsIn(message: string): { readonly folded: string; readonly starts: readonly number[] } {
  const starts = new Set<number>();
  let folded = '';
  for (const line of message.split(LINE_BREAK)) {
    starts.add(folded.length);
    for (const word of line.split(/\s+/)) {
      if (CAPITAL.test(word)) starts.add(folded.length);
      folded += fold(word);
    }
  }
  starts.add(folded.length);
  for (let at = 1; at < folded.length; at++) if (ENDS.test(folded.charAt(at - 1))) starts.add(at);
  return { folded, starts: [...starts].sort((a, b) => a - b) };
}

function toldIn(message: string): number | null {
  const { folded, starts } = startsIn(message);
  for (const start of starts) {
    const told = sentencesWith(folded.slice(start, start + KEY_LENGTH)).find(
      (sentence) => folded.startsWith(sentence.folded, start) && endsAt(folded, start + sentence.folded.length, starts),
    );
    if (told !== undefined) return told.code;
  }
  return null;
}

/** The error code that the message of such an event tells in the words of Windows, in any of the languages known; null: none. */
export function toldReason({ provider, providerAlias, eventId, message }: Told): number | null {
  const source = provider ?? providerAlias;
  if (source === null || eventId === null || message === null) return null;
  return WITH_REASON.get(canonicalProvider(source))?.has(eventId) === true ? toldIn(message) : null;
}

/** Not in the middle of a longer sentence. */
const endsAt = (folded: string, end: number, starts: readonly number[]): boolean =>
  starts.includes(end) || end >= folded.length || ENDS.test(folded.charAt(end));
