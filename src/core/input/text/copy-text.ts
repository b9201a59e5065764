// V8 stores a piece cut out of a long text as a reference to it, so that keeping the piece keeps all of it in memory.

/** A text of its own, in one byte a character where that is enough, whatever the long text needs. */
export const copyText = (text: string): string => text.split('').join('');

/** A text that keeps nothing longer in memory; cheaper. */
export const ownText = (text: string): string => ` ${text}`.slice(1);

/** All of it as one text whose letters lie side by side: those of a sum of texts are looked up in two steps, each of them. */
export const joinFlat = (first: string, second: string): string => (first === '' ? second : [first, second].join(''));
