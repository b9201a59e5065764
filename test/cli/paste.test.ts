import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { ByteSource } from '../../src/core/model/source.ts';
import { fakeCalls } from '../support/fake-calls.ts';
import { createFakeIo, type FakeIoOptions } from '../support/fake-io.ts';
import { report } from '../support/sample-report.ts';

const textOf = async (source: ByteSource | undefined): Promise<string> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of source?.chunks() ?? []) text += decoder.decode(chunk, { stream: true });
  return text;
};
const paste = async (stdin: readonly (string | Uint8Array)[], over: FakeIoOptions = {}) => {
  const io = createFakeIo({ stdin, stdinIsTTY: true, isTTY: true, env: { LANG: 'C.UTF-8', NO_COLOR: '1' }, ...over });
  const seen: string[] = [];
  const code = await main(
    [],
    io,
    fakeCalls({
      diagnose: async ([input]) => {
        seen.push(await textOf(input));
        return report();
      },
    }),
  );
  return { code, io, pasted: seen[0] };
};

describe('evdx alone at a terminal', () => {
  test('explains itself in five lines on standard error', async () => {
    const { io } = await paste(['\u0004']);
    const lines = io.stderr.text.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toMatch(/press Enter and Ctrl-D:$/);
    expect(io.stdout.text).toMatch(/^Looked at /);
  });
  test('takes everything up to Ctrl-D, line ends as the terminal sends them', async () => {
    const { pasted } = await paste(['Event ID: 9607\rDescrip', 'tion:\rx\r\u0004not this']);
    expect(pasted).toBe('Event ID: 9607\nDescription:\nx\n');
  });
  test('takes a line of any length, as the terminal is read raw, and gives it back', async () => {
    const { pasted, io } = await paste(['x'.repeat(20_000), '\u0004']);
    expect(pasted).toHaveLength(20_000);
    expect(io.rawSwitches).toEqual([true, false]);
  });
  test('shows what arrives, without what it could do to the terminal', async () => {
    const { io } = await paste(['a\u001b]52;c;eA==\u0007\rb\u0004']);
    expect(io.stderr.text.endsWith(':\na\\x1b]52;c;eA==\\x07\nb\n')).toBe(true);
  });
  test('joins a character that came in two pieces', async () => {
    const { pasted } = await paste([new Uint8Array([0xc3]), new Uint8Array([0xbc, 0x04])]);
    expect(pasted).toBe('ü');
  });
  test('ends without a word at Ctrl-C', async () => {
    const { code, io, pasted } = await paste(['Event', '\u0003']);
    expect([code, pasted, io.stdout.text]).toEqual([130, undefined, '']);
    expect(io.rawSwitches).toEqual([true, false]);
  });
  test('names the keys of Windows there', async () => {
    const { io } = await paste(['x\r\n\u001a\r\n'], { platform: 'win32' });
    expect(io.stderr.text).toContain('Ctrl-Z and Enter:');
  });
});

test('a pipe is read without a word', async () => {
  const { io, pasted } = await paste(['piped \u0004 text'], { stdinIsTTY: false, isTTY: false });
  expect([pasted, io.stderr.text, io.rawSwitches]).toEqual(['piped \u0004 text', '', []]);
});
