import { brief } from './brief.ts';
import { csv } from './csv.ts';
import { html } from './html/html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { LazyReporter, Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

/** By the name that `--format` takes. */
export const reporters = { markdown, html, json, jsonl, csv, sarif, junit, brief } as const satisfies Record<
  string,
  Reporter | LazyReporter
>;
export type ReporterName = keyof typeof reporters;
