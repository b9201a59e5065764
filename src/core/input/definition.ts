import { emptyBatch, NO_FINDINGS, type TextParser } from '../model/parser.ts';
import { isCatalogue } from './catalogue.ts';
import type { InputFormat } from './input-format.ts';

/** Behind a declaration and comments: a saved custom view, a query, a subscription of a collector, a manifest. They name events and hold none. */
const BEGINS =
  /^\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^>]{0,1000}-->\s*){0,4}<(?:ViewerConfig|QueryList|Subscription|instrumentationManifest)[\s>]/;
/** A rule of Sigma, behind comments. @see https://github.com/SigmaHQ/sigma-specification */
const RULE_BEGINS =
  /^(?:[ \t]{0,80}(?:#[^\n]{0,500}|---[ \t]{0,20})?\n){0,20}(?:title|id|name|action|related|status|description):/;
const RULE_PARTS = [/^logsource:/m, /^detection:/m, /^ {1,8}condition:/m];

const isRule = (head: string): boolean => RULE_BEGINS.test(head) && RULE_PARTS.every((part) => part.test(head));

const namesEvents = (head: string): boolean => isRule(head) || isCatalogue(head);

export const isDefinition = (head: string): boolean => BEGINS.test(head) || namesEvents(head);

/** A rule or a list of events names the ids, the sources and the texts of events, as copied events do. */
export const ruleFormat: InputFormat<TextParser> = {
  name: 'text',
  isExport: false,
  canBeEmpty: false,
  recognises: namesEvents,
  create: () => ({
    push: () => emptyBatch(),
    end: () => emptyBatch(),
    findings: () => ({ ...NO_FINDINGS, timeBasis: 'utc' }),
  }),
};
