import { shortened } from './outline/words.ts';
import { visibleText } from './visible-text.ts';

/** What a chat takes for a mention, a link or a mark, and a monitoring system for the beginning of its figures, with what looks like it. */
const looks: Readonly<Record<string, string>> = {
  '|': '¦',
  '<': '‹',
  '>': '›',
  '@': '＠',
  '[': '［',
  ']': '］',
  '`': 'ˋ',
};
const LONGEST = 200;

/** Words of a report in one line for chats and monitoring. */
export const briefText = (text: string, longest = LONGEST): string =>
  visibleText(shortened(text, longest)).replace(/[|<>@[\]`]/g, (character) => looks[character] ?? character);
