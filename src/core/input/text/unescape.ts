/** As JSON, C, PHP and Python write them; `\u00fc` too. */
const ESCAPE = /\\(?:([nrt"'\\/])|u([\da-fA-F]{4}))/g;
const CHARACTERS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** Puts the characters in the place of their escapes. */
export const unescapeText = (text: string): string =>
  text.indexOf('\\') < 0
    ? text
    : text.replace(ESCAPE, (_, name = '', code?: string) =>
        code === undefined ? (CHARACTERS[name] ?? name) : String.fromCharCode(Number.parseInt(code, 16)),
      );
