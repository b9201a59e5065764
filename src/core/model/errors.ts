/** Every error a caller may have to handle. The key is public; docs/errors.md is generated from this table. */
export const ERRORS = {
  EVDX_OPTION_INVALID: { hint: 'Run `evdx help` or `evdx help COMMAND` for the options and their values.' },
  EVDX_OUTPUT_UNWRITABLE: { hint: 'Name a file that you may write, in a folder that exists.' },
  EVDX_CONFIG_INVALID: { hint: 'docs/cli.md lists the keys of a configuration.' },
  EVDX_FACTS_INVALID: { hint: 'Write one `name: value` a line, or `host: {name: value}`.' },
  EVDX_REDACT_MAP_INVALID: { hint: 'Name another file, or move this one away to begin a new one.' },
  EVDX_DIFF_MISMATCH: { hint: 'Make both reports with the same --redact-map FILE, or both without --redact.' },
  EVDX_RULE_INVALID: { hint: 'Run `evdx rules check FILE`: it lists every mistake and its place.' },
  EVDX_RULE_UNKNOWN: { hint: 'Run `evdx rules list` for the ids; KB numbers work as well (KB910250).' },
} as const satisfies Record<string, { hint: string }>;
export type ErrorCode = keyof typeof ERRORS;

export interface EvdxErrorOptions extends ErrorOptions {
  /** Whose value is wrong, as a configuration names it: `tz`. */
  readonly option?: string;
}

/** Thrown when a run cannot go on. Imperfect input is never an error but a `Problem`. */
export class EvdxError extends Error {
  override readonly name = 'EvdxError';
  readonly code: ErrorCode;
  readonly option: string | null;
  constructor(code: ErrorCode, message: string, options?: EvdxErrorOptions) {
    super(message, options);
    this.code = code;
    this.option = options?.option ?? null;
  }
}
export const hintOf = (error: EvdxError): string => ERRORS[error.code].hint;
