import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { markdown } from './markdown.ts';
import type { Reporter } from './reporter.ts';

/** By the name that `--format` takes. */
export const reporters = { markdown, json, jsonl } as const satisfies Record<string, Reporter>;
export type ReporterName = keyof typeof reporters;
