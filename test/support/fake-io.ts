import type { CliIo, Output } from '../../src/cli/io.ts';

/** What a terminal or pipe got. */
export class FakeOutput implements Output {
  readonly isTTY: boolean;
  readonly columns: number | undefined;
  closed = false;
  text = '';
  constructor(isTTY: boolean, columns: number | undefined) {
    this.isTTY = isTTY;
    this.columns = columns;
  }
  write(text: string | Uint8Array): Promise<void> {
    this.text += typeof text === 'string' ? text : new TextDecoder().decode(text);
    return Promise.resolve();
  }
}

export interface FakeIo extends CliIo {
  readonly stdout: FakeOutput;
  readonly stderr: FakeOutput;
  /** Every switch of the terminal to raw and back. */
  readonly rawSwitches: boolean[];
}
export interface FakeIoOptions {
  readonly stdin?: readonly (string | Uint8Array)[];
  readonly stdinIsTTY?: boolean;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly platform?: string;
}

/** The outside of a run: no terminal, no input, an empty environment, unless said otherwise. */
export function createFakeIo(options: FakeIoOptions = {}): FakeIo {
  const { stdin = [], stdinIsTTY = false, isTTY = false, columns, env = {}, cwd = '/', platform = 'linux' } = options;
  const encoder = new TextEncoder();
  const rawSwitches: boolean[] = [];
  return {
    stdin: {
      isTTY: stdinIsTTY,
      async *chunks() {
        for (const chunk of stdin) yield typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
      },
      setRaw: (isRaw) => void rawSwitches.push(isRaw),
    },
    stdout: new FakeOutput(isTTY, columns),
    stderr: new FakeOutput(isTTY, columns),
    rawSwitches,
    env,
    cwd,
    platform,
  };
}
