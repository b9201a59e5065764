import type { Report } from '../model/report.ts';

/** Inputs that could not be read, by name: missing, unreadable, empty, unrecognised, or nothing in them. */
export function unreadInputs({ problems, sources }: Report): readonly string[] {
  const places = problems.filter(({ code }) => code.startsWith('input/')).map(({ place }) => place);
  const names = sources.filter((source) => source.problems.some(({ code }) => code.startsWith('input/')));
  return [...new Set([...places, ...names.map(({ name }) => name)])];
}
