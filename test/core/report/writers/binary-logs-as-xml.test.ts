import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../../../src/core/model/event.ts';
import { events } from '../../../../src/core/pipeline/events.ts';
import { eventsToXml } from '../../../../src/core/report/writers/event-xml.ts';
import { fixtureBytes } from '../../../support/fixtures.ts';
import { samples } from '../../../support/samples.ts';
import { sourceOf } from '../../../support/sources.ts';

const FIXTURES = [
  'formats/evtx/Security_1_record.evtx',
  'formats/evtx/Microsoft-Windows-CAPI2_Operational_EventID70.evtx',
  'formats/evt/SysEvent-head.Evt',
].map((path) => ({ path, bytes: () => fixtureBytes(path) }));

async function readAll(name: string, content: string | Uint8Array) {
  const read: EventRecord[] = [];
  const problems: string[] = [];
  const onProblem = (_source: string, { code }: { readonly code: string }): void => void problems.push(code);
  for await (const batch of events([sourceOf(name, content)], { onProblem })) read.push(...batch);
  return { read, problems };
}

/** What the event says; where it stood is another thing. */
const told = (event: EventRecord): string =>
  JSON.stringify({
    ...{ ...event, source: null, position: null, recovered: null },
    ...{ fields: [...event.fields], data: event.data?.join() ?? null },
  });

describe('written as XML and read back, a log says the same', () => {
  test.each([...FIXTURES, ...samples('XML out of EVTX and EVT')])('$path', async ({ path, bytes }) => {
    const { read } = await readAll(path, bytes());
    const xml = eventsToXml(read);
    expect(XMLValidator.validate(xml)).toBe(true);
    const back = await readAll('back.xml', xml);
    expect(back.problems.filter((code) => code !== 'xml/no-payload')).toEqual([]);
    const [own, others] = [read.map(told), back.read.map(told)];
    const at = own.findIndex((line, index) => line !== others[index]);
    if (at >= 0) expect(others[at]).toBe(own[at]);
    expect(others.length).toBe(own.length);
    expect(own.length).toBeGreaterThan(0);
  });
});
