import { PROBLEMS } from '../model/problems.ts';

const messages: ReadonlyMap<string, string> = new Map(Object.entries(PROBLEMS));

/** What a problem is, for people; a code of another version of evdx stands for itself. */
export const problemMessage = (code: string): string => messages.get(code) ?? code;

/** The same, with what was seen. */
export function problemText(code: string, detail: string | null): string {
  const message = problemMessage(code);
  return detail === null || detail === message ? message : `${message} (${detail})`;
}
