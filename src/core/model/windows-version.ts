const NAMES_WINDOWS = /\bwindows\b/i;
const NAMES_CLASSIC = /\b(?:NT|2000|XP|2003)\b/i;

/** Does the name of an operating system say that it is older than Vista? null: it names no Windows. */
export const isBeforeVista = (os: string): boolean | null => (NAMES_WINDOWS.test(os) ? NAMES_CLASSIC.test(os) : null);
