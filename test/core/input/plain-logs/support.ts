import { expect } from 'vitest';
import { isWanted } from '../../../../src/core/input/event-schema/wanted.ts';
import { createMixtureParser, prepareMixture } from '../../../../src/core/input/mixture/parser.ts';
import { createPlainLogParser } from '../../../../src/core/input/plain-logs/plain-log.ts';
import type { Interest, SeenEvent } from '../../../../src/core/model/interest.ts';
import { asking, codeInterests, seen } from '../../../support/interests.ts';
import { type Parsed, parseText } from '../../../support/parse-text.ts';
import { PIECE_SIZES } from '../../../support/sources.ts';

await prepareMixture('<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><Objs>');

export const interests: readonly (readonly [string, Interest])[] = [
  ['nothing', asking(() => false)],
  ['all', asking(() => true)],
  ['one provider', asking((provider) => provider === 'disk')],
  ['one id', asking((_provider, id) => id === 51)],
  ...codeInterests,
];

/** The head decides how a text is read, so it comes as one piece. */
const HEAD_CHARACTERS = 33_000;
function readLog(text: string, interest: Interest, size: number): Parsed {
  const counted: SeenEvent[] = [];
  const parser = createPlainLogParser({ interest, tally: { count: (event) => counted.push(event) } });
  const batches = [parser.push(text.slice(0, HEAD_CHARACTERS))];
  for (let at = HEAD_CHARACTERS; at < text.length; at += size) batches.push(parser.push(text.slice(at, at + size)));
  batches.push(parser.end());
  const events = batches.flatMap((batch) => batch.events);
  return { events, problems: batches.flatMap(({ problems }) => problems), findings: parser.findings(), counted };
}

/** Each text is read as a log again and again, and as a mixture once. */
let asMixture: { readonly text: string; readonly parsed: Parsed } | null = null;
function mixtureOf(text: string): Parsed {
  if (asMixture?.text !== text) asMixture = { text, parsed: parseText(createMixtureParser, text) };
  return asMixture.parsed;
}

/** Reading the text as a log gives what the mixture makes of it when it reads everything, and what is not asked for is counted. */
export function expectAsMixture(text: string, interest: Interest): void {
  expect(text.length).toBeGreaterThan(HEAD_CHARACTERS);
  const all = mixtureOf(text);
  for (const size of PIECE_SIZES) {
    const { events, problems, findings, counted } = readLog(text, interest, size);
    const wanted = all.events.filter((event) => isWanted(interest, event));
    expect(events).toEqual(wanted.map((event) => ({ ...event, system: null, payload: null })));
    expect(counted.map(seen).sort((a, b) => a.position - b.position)).toEqual(
      all.events.filter((event) => !isWanted(interest, event)).map(seen),
    );
    expect(problems).toEqual(all.problems);
    expect(findings).toEqual(all.findings);
  }
}

/** What the dropped events of a text would show as their line. */
export function samplesOf(text: string): readonly (string | null | undefined)[] {
  const samples = new Set<string | null | undefined>();
  const count = (_event: SeenEvent, sample?: () => string | null): void => {
    samples.add(sample?.());
  };
  const parser = createPlainLogParser({ interest: asking(() => false), tally: { count } });
  parser.push(text);
  parser.end();
  return [...samples];
}
