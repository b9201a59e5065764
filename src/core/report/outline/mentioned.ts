import type { ReportMention } from '../../model/report.ts';
import { type Document, type Inline, joined, log, section, text } from './document.ts';
import type { View } from './view.ts';

const mentionName = ({ kind, value, name, count }: ReportMention): Inline => [
  log(kind === 'kb' && !/^kb/i.test(value) ? `KB${value}` : value),
  name === null ? '' : ` ${name}`,
  count > 1 ? ` (${count} ×)` : '',
];
export const describeMentioned = ({ report: { mentioned }, caps }: View): Document => {
  const shown = joined(mentioned.slice(0, caps.mentions).map(mentionName), ', ');
  const more = mentioned.length - caps.mentions;
  return section(
    'Mentioned in the text, not counted as events',
    mentioned.length === 0 ? [] : [text(...shown, more > 0 ? ` and ${more} more` : '')],
  );
};
