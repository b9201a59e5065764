/** What the headers of a mail, or of a part of one, say about what follows. @see RFC 2045, RFC 2046 */
export interface PartHeaders {
  /** In lower case: `text/plain`. */
  readonly type: string;
  readonly charset: string | null;
  readonly encoding: string;
  /** Of the parts that follow; null: there are none. */
  readonly boundary: string | null;
  /** The name of a file. */
  readonly name: string;
}

const HEADER = /^([A-Za-z][\w-]{0,63}):/;
/** The names that stand first, or in the headers of a part. */
const FIRST =
  /^(?:content-[\w-]{1,40}|mime-version|from|to|cc|subject|date|sender|reply-to|received|return-path|delivered-to|message-id|x-[\w-]{1,60}|dkim-signature|authentication-results|arc-[\w-]{1,40}):/i;
const OF_PART = /^(?:content-(?:type|transfer-encoding|disposition)|mime-version):/i;

export const isHeader = (line: string): boolean => HEADER.test(line);
export const isFirstHeader = (line: string): boolean => FIRST.test(line);
export const isPartHeader = (line: string): boolean => OF_PART.test(line);
/** A header that is too long goes on in the next line, behind a blank. */
export const isFolded = (line: string): boolean => /^[ \t]+\S/.test(line);

/** @param lines the headers as they stand, folded lines included */
export function readHeaders(lines: readonly string[]): PartHeaders {
  const values = new Map<string, string>();
  let open = '';
  for (const line of lines) {
    const name = HEADER.exec(line)?.[1]?.toLowerCase();
    if (name === undefined) values.set(open, `${values.get(open) ?? ''} ${line.trim()}`);
    else {
      open = name;
      values.set(name, line.slice(name.length + 1).trim());
    }
  }
  const type = values.get('content-type') ?? '';
  return {
    type: /^[\w.+-]+\/[\w.+-]+/.exec(type)?.[0].toLowerCase() ?? 'text/plain',
    charset: parameterOf(type, 'charset'),
    encoding: /^[\w-]+/.exec(values.get('content-transfer-encoding') ?? '')?.[0].toLowerCase() ?? '7bit',
    boundary: type.toLowerCase().startsWith('multipart/') ? parameterOf(type, 'boundary') : null,
    name: parameterOf(values.get('content-disposition') ?? '', 'filename') ?? parameterOf(type, 'name') ?? '',
  };
}

function parameterOf(header: string, name: string): string | null {
  const [, quoted, plain] =
    new RegExp(`;\\s{0,9}${name}=(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, 'i').exec(header) ?? [];
  return quoted ?? plain ?? null;
}
