import { describe, expect, test } from 'vitest';
import { epochMs } from '../../../src/core/model/brand.ts';
import type { EventRecord } from '../../../src/core/model/event.ts';
import type { Problem } from '../../../src/core/model/problems.ts';
import { SourceError } from '../../../src/core/model/source-error.ts';
import { events } from '../../../src/core/pipeline/events.ts';
import type { EventsOptions, Input } from '../../../src/core/pipeline/options.ts';
import { fixtureText } from '../../support/fixtures.ts';
import { brokenSource, FOUR_EVENTS, PIECE_SIZES, sourceOf, TEXT_AND_XML, toBytes } from '../../support/sources.ts';

interface Reading {
  readonly events: readonly EventRecord[];
  readonly problems: readonly (readonly [string, Problem])[];
}
async function read(inputs: Iterable<Input>, options: EventsOptions = {}): Promise<Reading> {
  const found: EventRecord[] = [];
  const problems: (readonly [string, Problem])[] = [];
  const onProblem = (source: string, problem: Problem) => void problems.push([source, problem]);
  for await (const batch of events(inputs, { ...options, onProblem })) found.push(...batch);
  return { events: found, problems };
}
const idsOf = ({ events: found }: Reading) => found.map(({ eventId }) => eventId);
const march14 = (hour: number) => epochMs(Date.UTC(2006, 2, 14, hour));
const PASTE = fixtureText('cases/backup-refused/paste.txt');

describe('events', () => {
  test('come whole, source by source, in the order of their places', async () => {
    const reading = await read([sourceOf('b', FOUR_EVENTS), sourceOf('a', PASTE)]);
    expect(reading.problems).toEqual([]);
    expect(reading.events.map(({ source, position, eventId }) => [source, position, eventId])).toEqual([
      ['b', 1, 9604],
      ['b', 2, 9607],
      ['b', 3, 9608],
      ['b', 4, 1],
      ['a', 1, 9604],
      ['a', 15, 9614],
      ['a', 32, 9607],
    ]);
    expect(reading.events[1]).toMatchObject({
      recordId: 1,
      timeMs: march14(2),
      timeBasis: 'utc',
      host: 'ex2.corp.example',
      level: 'error',
      strings: ['First Storage Group'],
      qualifiers: 49_152,
      system: { version: null, keywords: null },
      payload: { name: 'EventData' },
    });
  });

  test('are the same for pieces of any size', async () => {
    for (const content of [FOUR_EVENTS, PASTE, TEXT_AND_XML]) {
      const expected = await read([sourceOf('-', content)]);
      for (const size of PIECE_SIZES) expect(await read([sourceOf('-', content, size)])).toEqual(expected);
    }
  });

  test('that stand in both forms are one event with two places', async () => {
    const { events: found } = await read([TEXT_AND_XML]);
    expect(found).toMatchObject([
      {
        source: 'paste',
        position: 1,
        places: [{ source: 'paste', position: 13, recordId: 1 }],
        timeMs: march14(2),
        message: 'Error code 0x50d when preparing for backup.',
        category: 'Exchange VSS Writer',
        strings: ['First Storage Group'],
      },
    ]);
  });
});

describe('what is asked for', () => {
  test.each<readonly [string, EventsOptions, readonly number[]]>([
    ['from 2:00, which is in it', { since: march14(2) }, [9607, 9608, 1]],
    ['up to 3:00, which is in it', { until: march14(3) }, [9604, 9607, 9608]],
    ['between', { since: march14(2), until: march14(2) }, [9607]],
    ['a host, in capitals', { hosts: ['EX1'] }, [9604, 9608, 1]],
    ['a host by its first label', { hosts: ['ex2'] }, [9607]],
    ['two hosts', { hosts: ['ex1', 'ex2.corp.example'] }, [9604, 9607, 9608, 1]],
    ['ids', { ids: [1, 9608] }, [9608, 1]],
    ['a provider, whatever its case', { providers: ['msexchangeis'] }, [9604, 9607, 9608]],
    ['levels', { levels: ['information', 'critical'] }, [1]],
    ['all of it together', { ids: [9607, 9608], hosts: ['ex1'], levels: ['error'] }, [9608]],
    ['what is not there', { ids: [7] }, []],
  ])('%s', async (_name, options, ids) => {
    expect(await read([FOUR_EVENTS], options)).toMatchObject({ problems: [] });
    expect(idsOf(await read([FOUR_EVENTS], options))).toEqual(ids);
  });

  test('events without a time lie in no period', async () => {
    const untimed = FOUR_EVENTS.replaceAll(/<TimeCreated [^>]*>/g, '');
    expect(idsOf(await read([untimed]))).toEqual([9604, 9607, 9608, 1]);
    expect(idsOf(await read([untimed], { until: march14(23) }))).toEqual([]);
  });
});

describe('the zone of local times', () => {
  const timesOf = async (tz: EventsOptions['tz']) => {
    const { events: found } = await read([sourceOf('logs/ex1.txt', PASTE)], { tz });
    return found.map(({ timeMs, timeBasis }) => [timeMs, timeBasis]);
  };
  const at = (hour: number, second: number) => march14(hour) + second * 1000;
  const all = (hour: number, basis: string) => [4, 5, 5].map((second) => [at(hour, second), basis]);

  test('counts for every source, or for one by the end of its name', async () => {
    expect(await timesOf(undefined)).toEqual(all(1, 'assumed-local'));
    expect(await timesOf([{ file: null, zone: '+02:00' }])).toEqual(all(-1, 'given'));
    expect(await timesOf([{ file: 'ex1.txt', zone: 'America/Phoenix' }])).toEqual(all(8, 'given'));
    expect(await timesOf([{ file: 'x1.txt', zone: 'America/Phoenix' }])).toEqual(all(1, 'assumed-local'));
  });

  test('given for one source beats the one for all', async () => {
    const one = { file: 'ex1.txt', zone: '-01:00' };
    const every = { file: null, zone: '+02:00' };
    expect(await timesOf([one, every])).toEqual(all(2, 'given'));
    expect(await timesOf([every, one])).toEqual(all(2, 'given'));
  });

  test('narrows by the time in UTC', async () => {
    const tz = [{ file: null, zone: '+02:00' }];
    expect(idsOf(await read([PASTE], { tz, until: march14(0) }))).toEqual([9604, 9614, 9607]);
    expect(idsOf(await read([PASTE], { tz, since: march14(0) }))).toEqual([]);
  });
});

describe('problems', () => {
  test('of one source do not touch the others', async () => {
    const photo = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
    const missing = brokenSource('gone.xml', new SourceError('input/missing', null));
    const reading = await read([
      sourceOf('a.xml', FOUR_EVENTS),
      '',
      missing,
      { ...sourceOf('photo.xml', photo) },
      'No log.',
      PASTE,
    ]);
    expect(idsOf(reading)).toEqual([9604, 9607, 9608, 1, 9604, 9614, 9607]);
    const whole = { position: null, detail: null };
    expect(reading.problems).toEqual([
      ['paste', { ...whole, code: 'input/empty' }],
      ['gone.xml', { ...whole, code: 'input/missing' }],
      ['photo.xml', { ...whole, code: 'input/picture', detail: 'a JPEG picture' }],
      ['paste#2', { ...whole, code: 'input/no-events' }],
    ]);
  });

  test('a source that breaks off gives what came before', async () => {
    const broken = brokenSource('a.xml', new Error('the disk is gone'), FOUR_EVENTS.repeat(100));
    const reading = await read([broken, FOUR_EVENTS]);
    expect(reading.problems).toEqual([
      ['a.xml', { code: 'input/internal', position: null, detail: 'the disk is gone' }],
    ]);
    expect(reading.events.filter(({ source }) => source === 'a.xml').length).toBeGreaterThan(100);
    expect(reading.events.filter(({ source }) => source === 'paste')).toHaveLength(4);
  });

  test('nobody has to listen', async () => {
    const found: EventRecord[] = [];
    for await (const batch of events(['', toBytes(FOUR_EVENTS)])) found.push(...batch);
    expect(found).toHaveLength(4);
  });
});
