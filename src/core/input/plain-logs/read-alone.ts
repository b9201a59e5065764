import type { RawEvent } from '../../model/event.ts';
import type { ParserContext } from '../../model/parser.ts';
import { createMixtureParser } from '../mixture/parser.ts';

const TAKES_ALL: ParserContext = {
  interest: { wants: () => true, mayHoldCode: () => true, everything: false },
  tally: { count: () => {} },
};

/**
 * What the reader of mixtures makes of the text of one event.
 * @param format the segment that it has to be read as
 * @returns null where that is more, or less, than one event
 */
export function readAlone(text: string, format: string): { event: RawEvent; language: string | null } | null {
  const mixture = createMixtureParser(TAKES_ALL);
  const batches = [mixture.push(text), mixture.end()];
  const [event, ...others] = batches.flatMap(({ events }) => events);
  const { format: found, freeText, language } = mixture.findings();
  const isSound = batches.every(({ problems }) => problems.length === 0) && freeText.length === 0;
  return event?.position === 1 && others.length === 0 && found === format && isSound ? { event, language } : null;
}
