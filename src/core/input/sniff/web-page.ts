/** Behind a declaration and comments. */
const BEGINS = /^\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^>]{0,1000}-->\s*){0,4}<(?:!doctype\s+html|html)[\s>]/i;

export const isWebPage = (head: string): boolean => BEGINS.test(head);
