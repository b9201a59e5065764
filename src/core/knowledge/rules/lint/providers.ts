import { type Complaint, onKey, quote } from '../problem.ts';
import { type LintView, partsOf } from './view.ts';

/** An id means something only together with who wrote it. A code alone is another thing: it is looked for in whatever event. */
export function* lintProviders(view: LintView): Generator<Complaint> {
  for (const name of view.names.classes) {
    const bare = partsOf(view, name).find(
      ({ whole }) => whole.id !== undefined && whole.provider === undefined && whole.code === undefined,
    );
    if (bare === undefined) continue;
    yield onKey(
      bare.path,
      `class ${quote(name)} names ids without who writes them: other sources use the same numbers`,
      'add "provider"',
    );
  }
}
