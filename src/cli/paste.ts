import { visibleText } from '../core/report/visible-text.ts';
import type { CliIo } from './io.ts';

/** Ctrl-C at the paste: the run ends without a word. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const CTRL_C = 0x03;
const CTRL_D = 0x04;
const CTRL_Z = 0x1a;
const RETURN = 0x0d;
const NEW_LINE = 0x0a;

const endKey = (platform: string): string => (platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D');

const invitation = (platform: string): string =>
  [
    'evdx reads exported Windows event logs and says what is wrong, how sure it is, why, and what to do.',
    'With files, folders or patterns:  evdx Application.evtx logs/ "*.xml"',
    'More commands:                    evdx help',
    'Nothing leaves this machine.',
    `Paste the events here (Event Viewer: Copy, Copy details as text), then press Enter and ${endKey(platform)}:`,
    '',
  ].join('\n');

/** What was typed up to the key that ends it; line ends as a terminal sends them become new lines. */
function typed(chunk: Uint8Array): { readonly bytes: Uint8Array; readonly key: number | null } {
  const end = chunk.findIndex((byte) => byte === CTRL_C || byte === CTRL_D || byte === CTRL_Z);
  const bytes = chunk.slice(0, end < 0 ? chunk.length : end).map((byte) => (byte === RETURN ? NEW_LINE : byte));
  return { bytes, key: end < 0 ? null : (chunk[end] ?? null) };
}

/**
 * Asks for a paste at the terminal and waits for its end. The terminal is read raw: line by line it would cut lines at 4096 bytes
 * (1024 on macOS), and events pasted from a web page often stand on one line.
 * @throws Interrupted at Ctrl-C.
 */
export async function readPaste({ stdin, stderr, platform }: CliIo): Promise<Uint8Array> {
  await stderr.write(invitation(platform));
  const decoder = new TextDecoder();
  const chunks: Uint8Array[] = [];
  stdin.setRaw(true);
  try {
    for await (const chunk of stdin.chunks()) {
      const { bytes, key } = typed(chunk);
      chunks.push(bytes);
      const lines = decoder.decode(bytes, { stream: true }).split('\n');
      await stderr.write(lines.map(visibleText).join('\n'));
      if (key === CTRL_C) throw new Interrupted();
      if (key !== null) break;
    }
  } finally {
    stdin.setRaw(false);
  }
  await stderr.write('\n');
  return Buffer.concat(chunks);
}
