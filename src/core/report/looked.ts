import type { ReportProblem, ReportSource } from '../model/report.ts';

/** All that tells whether everything was read. */
interface Looked {
  readonly problems: readonly Pick<ReportProblem, 'code' | 'place'>[];
  readonly sources: readonly (Pick<ReportSource, 'name'> & {
    readonly problems: readonly { readonly code: string }[];
  })[];
}

/** Inputs that could not be read, by name: missing, unreadable, empty, unrecognised, or nothing in them. */
export function unreadInputs({ problems, sources }: Looked): readonly string[] {
  const places = problems.filter(({ code }) => code.startsWith('input/')).map(({ place }) => place);
  const names = sources.filter((source) => source.problems.some(({ code }) => code.startsWith('input/')));
  return [...new Set([...places, ...names.map(({ name }) => name)])];
}
