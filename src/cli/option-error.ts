import { type ErrorCode, EvdxError } from '../core/model/errors.ts';

/** `--tz "x": there is no such time zone.`; `value` as it is shown, null for an option that takes none. */
export const optionError = (
  option: string,
  value: string | null,
  reason: string,
  { code = 'EVDX_OPTION_INVALID', cause }: { readonly code?: ErrorCode; readonly cause?: unknown } = {},
): EvdxError => new EvdxError(code, `--${option}${value === null ? '' : ` ${value}`}: ${reason}.`, { option, cause });
