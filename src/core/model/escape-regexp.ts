/** The source of an expression that matches this text: `RegExp.escape` of later versions of Node. */
export const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
