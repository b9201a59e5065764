import { PROBLEMS } from '../model/problems.ts';

const messages: ReadonlyMap<string, string> = new Map(Object.entries(PROBLEMS));

/** What a problem is, for people, with what was seen; codes of other versions stand for themselves. */
export function problemText(code: string, detail: string | null): string {
  const message = messages.get(code) ?? code;
  return detail === null || detail === message ? message : `${message} (${detail})`;
}
