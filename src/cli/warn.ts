import type { CliIo } from './io.ts';
import { messageScreen } from './screen.ts';
import { terminalText } from './terminal-text.ts';

/** One sentence on standard error. */
export const warn = (io: CliIo, sentence: string): Promise<void> =>
  io.stderr.write(`evdx: ${terminalText(sentence, messageScreen(io).unicode)}\n`);
