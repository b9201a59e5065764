const FIRST = /^[\s>+-]*System(?:\s|$)/;

/** `- System`, with what a copy left of its indent and signs. */
export const isFirstLine = (line: string): boolean => FIRST.test(line) && !/^[\s>+-]*System[ \t]*[^\s+-]/.test(line);
