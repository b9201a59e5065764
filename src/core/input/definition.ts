/** Behind a declaration and comments: a saved custom view, a query, a subscription of a collector, a manifest. They name events and hold none. */
const BEGINS =
  /^\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^>]{0,1000}-->\s*){0,4}<(?:ViewerConfig|QueryList|Subscription|instrumentationManifest)[\s>]/;

export const isDefinition = (head: string): boolean => BEGINS.test(head);
