import { outlineDiff } from '../outline/diff.ts';
import { formatMarkdown } from '../reporters/markdown.ts';
import { brief } from './brief.ts';
import { csv } from './csv.ts';
import type { DiffReporter, LazyDiffReporter } from './diff-reporter.ts';
import { html } from './html/html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';

const markdown: DiffReporter = (diff, { zone }) => formatMarkdown('evdx diff', outlineDiff(diff, zone));

/** By the name that `evdx diff --format` takes. */
export const diffReporters = { markdown, html, json, jsonl, csv, sarif, junit, brief } as const satisfies Record<
  string,
  DiffReporter | LazyDiffReporter
>;
