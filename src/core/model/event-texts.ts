import type { EventRecord } from './event.ts';

type Texts = Pick<EventRecord, 'message' | 'strings' | 'fields'>;

/**
 * The message, then each insert, then each named value, each value once: nearly always the named values are the inserts again, in their order.
 * @returns the first result that is not null
 */
export function firstOfTexts<Result>(
  { message, strings, fields }: Texts,
  look: (text: string) => Result | null,
): Result | null {
  let found = message === null ? null : look(message);
  for (let index = 0; found === null && index < strings.length; index++) found = look(strings[index] ?? '');
  if (found !== null) return found;
  let next = 0;
  for (const value of fields.values()) {
    const at = strings.indexOf(value, next);
    if (at >= 0) next = at + 1;
    else found = look(value);
    if (found !== null) return found;
  }
  return null;
}
