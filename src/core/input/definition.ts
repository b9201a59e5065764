import { isCatalogue } from './catalogue.ts';
import { unreadFormat } from './unread-format.ts';

/** Behind a declaration and comments: a saved custom view, a query, a subscription of a collector, a manifest. They name events and hold none. */
const BEGINS =
  /^\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^>]{0,1000}-->\s*){0,4}<(?:ViewerConfig|QueryList|Subscription|instrumentationManifest)[\s>]/;
/** Behind comments. */
const RULE_BEGINS =
  /^(?:[ \t]{0,80}(?:#[^\n]{0,500}|---[ \t]{0,20})?\n){0,20}(?:evdx|title|id|name|action|related|status|description):/;
const RULE_PARTS = [
  // Of Sigma. @see https://github.com/SigmaHQ/sigma-specification
  [/^logsource:/m, /^detection:/m, /^ {1,8}condition:/m],
  // Of evdx: its tests are full of events.
  [/^evdx: \d/m, /^events:/m, /^find:/m],
];

const isRule = (head: string): boolean =>
  RULE_BEGINS.test(head) && RULE_PARTS.some((parts) => parts.every((part) => part.test(head)));

const namesEvents = (head: string): boolean => isRule(head) || isCatalogue(head);

export const isDefinition = (head: string): boolean => BEGINS.test(head) || namesEvents(head);

/** A rule or a list of events names the ids, the sources and the texts of events. */
export const ruleFormat = unreadFormat(namesEvents);
