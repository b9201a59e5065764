import { isErrorOrWorse } from '../../model/event.ts';
import type { Unexplained } from '../../model/report.ts';
import { describeCodes } from './codes.ts';
import {
  bullets,
  code,
  type Document,
  type Inline,
  joined,
  link,
  list,
  log,
  quiet,
  section,
  text,
} from './document.ts';
import { eventName } from './event-name.ts';
import type { View } from './view.ts';
import { counted, shortened, spoken } from './words.ts';

const SAMPLE_CHARACTERS = 160;

const describeUnexplainedOne = (view: View, one: Unexplained): Document => {
  const name = eventName(one);
  const where = [one.host, one.channel].filter((value) => value !== null).join(' ');
  const related = one.related.map(
    ({ kb, title, url, because }): Inline => [`KB${kb} `, ...link(title, url), quiet(` (${because})`)],
  );
  return [
    text(
      ...joined([
        [`${one.count} × `, name === null ? 'event' : log(name), one.level === null ? '' : `, ${spoken(one.level)}`],
        where === '' ? null : [log(where)],
        one.last === null ? null : [one.count > 1 ? 'last ' : '', view.time(one.last, view.basis)],
      ]),
    ),
    ...(one.sample === null ? [] : [text(log(shortened(one.sample, SAMPLE_CHARACTERS)))]),
    ...describeCodes(view, one),
    ...bullets(related),
  ];
};

export const describeUnexplained = (view: View): Document => {
  const { unexplained } = view.report;
  const { unexplained: most } = view.caps;
  const shown = unexplained.slice(0, most).map((one) => describeUnexplainedOne(view, one));
  const more = unexplained.length - shown.length;
  const rest = more > 0 ? [text(quiet(`${counted(more, 'more kind')}; `), code('-f json'), quiet(' lists all.'))] : [];
  const what = unexplained.every(({ level }) => isErrorOrWorse(level)) ? 'Errors' : 'Events';
  return section(`${what} that no rule explains`, shown.length === 0 ? [] : [list('bullet', shown), ...rest]);
};
