import { ERRORS } from '../../src/core/model/errors.ts';
import { compareText } from '../../src/core/model/order.ts';
import { PROBLEMS } from '../../src/core/model/problems.ts';
import { markdownTable } from './markdown-table.ts';
import type { Output } from './output.ts';

const errorRows = Object.entries(ERRORS).map(([code, { hint }]) => [`\`${code}\``, hint]);
const problemRows = Object.entries(PROBLEMS)
  .sort(([a], [b]) => compareText(a, b))
  .map(([code, text]) => [`\`${code}\``, text]);

const PATH = 'docs/errors.md';

/** docs/errors.md, from the two tables the program itself uses. */
export const errorsPage: Output = {
  path: PATH,
  isCommitted: true,
  files: () => [{ path: PATH, content: page() }],
};

function page(): string {
  return [
    '# Errors and problems',
    '',
    'Written by `npm run generate`. Do not edit.',
    '',
    '## Errors',
    '',
    'A run cannot go on. The library throws an `EvdxError` with this `code`; the command line prints it and exits with 2.',
    '',
    ...markdownTable(['code', 'what to do'], errorRows),
    '',
    '## Problems',
    '',
    'Something in an input could not be read; the rest was. They stand in the report, with the place.',
    '',
    ...markdownTable(['code', 'what happened, and what to do'], problemRows),
    '',
  ].join('\n');
}
