import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../src/core/model/source.ts';
import { SourceError } from '../../../src/core/model/source-error.ts';
import { events } from '../../../src/core/pipeline/events.ts';
import { explainEvent } from '../../../src/core/pipeline/explain-event.ts';
import type { EventsOptions } from '../../../src/core/pipeline/options.ts';
import { readableAgain } from '../../../src/core/pipeline/read-again.ts';

const lineOf = (host: string, message: string): string =>
  `${JSON.stringify({ TimeCreated: '2024-01-01T00:00:00Z', Id: 7, ProviderName: 'disk', LogName: 'System', MachineName: host, LevelDisplayName: 'Error', Message: message })}\n`;
/** The first names a machine that only the second tells to be one. */
const LOG = lineOf('EX1', 'asked EX2') + lineOf('EX2', 'answered');

/** Gives its bytes once, in pieces of one memory, as a pipe does. */
function pipe(text: string, sizeBytes: number | null, failure: SourceError | null = null): ByteSource {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const memory = new Uint8Array(16);
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += memory.length) {
      const piece = bytes.subarray(at, at + memory.length);
      memory.set(piece);
      yield memory.subarray(0, piece.length);
    }
    if (failure !== null) throw failure;
  }
  const once = pieces();
  return { name: 'pipe', sizeBytes, chunks: () => once };
}

const redact = { map: null };
async function eventsOf(source: ByteSource, options: EventsOptions) {
  const problems: string[] = [];
  const found: (string | null)[][] = [];
  for await (const batch of events([source], { ...options, onProblem: (_name, { code }) => problems.push(code) }))
    found.push(...batch.map(({ host, message }) => [host, message]));
  return { found, problems };
}
const redactedEvents = (source: ByteSource) => eventsOf(source, { redact });
const PSEUDONYMS = [
  ['HOST-1', 'asked HOST-2'],
  ['HOST-2', 'answered'],
];

describe('events with pseudonyms', () => {
  // The system has no size for standard input, and 0 for a named pipe.
  test.each([null, 0])('of what can be read once only, size %s', async (sizeBytes) => {
    expect(await redactedEvents(pipe(LOG, sizeBytes))).toEqual({ found: PSEUDONYMS, problems: [] });
  });
  test('of a source that breaks off are as many as without, and the problem is said once', async () => {
    // Longer than the beginning that tells what format it is.
    const broken = () => pipe(LOG.repeat(1000), null, new SourceError('input/unreadable', 'EIO'));
    const [{ found, problems }, plain] = [await redactedEvents(broken()), await eventsOf(broken(), {})];
    expect([found.length, found.slice(0, 2), problems]).toEqual([plain.found.length, PSEUDONYMS, ['input/unreadable']]);
  });
  test('of a log that grows meanwhile are those that were there, or a name would get out', async () => {
    let text = LOG;
    const growing: ByteSource = {
      name: 'growing.jsonl',
      sizeBytes: LOG.length,
      chunks: () => {
        const bytes = new TextEncoder().encode(text);
        text += lineOf('SECRET', 'SECRET is new');
        return [bytes.subarray(0, 100), bytes.subarray(100)];
      },
    };
    expect(await redactedEvents(growing)).toEqual({ found: PSEUDONYMS, problems: [] });
  });
});

test('one event of a pipe is explained with the names of all', async () => {
  const explained = await explainEvent(pipe(LOG, null), { nth: 1 }, { redact });
  expect(explained?.event.message).toBe('asked HOST-2');
});

describe('a source that is read again', () => {
  const textOf = async (source: ByteSource, most = Number.POSITIVE_INFINITY): Promise<string> => {
    let [text, pieces] = ['', 0];
    for await (const piece of source.chunks()) {
      text += new TextDecoder().decode(piece);
      pieces += 1;
      if (pieces === most) break;
    }
    return text;
  };
  test('is whole after a reading that stopped early', async () => {
    const again = readableAgain(pipe(LOG, null));
    expect(await textOf(again, 1)).toBe(LOG.slice(0, 16));
    expect([await textOf(again), await textOf(again)]).toEqual([LOG, LOG]);
  });
  test('fails again', async () => {
    const again = readableAgain(pipe('', null, new SourceError('input/unreadable', 'EIO')));
    await expect(textOf(again)).rejects.toThrow(SourceError);
    await expect(textOf(again)).rejects.toThrow(SourceError);
  });
});
