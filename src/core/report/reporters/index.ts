import { html } from './html/html.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import type { LazyReporter, Reporter } from './reporter.ts';

/** By the name that `--format` takes. */
export const reporters = { markdown, html, json, jsonl } as const satisfies Record<string, Reporter | LazyReporter>;
export type ReporterName = keyof typeof reporters;
