/** Name of standard input, on the command line and in reports. */
export const STANDARD_INPUT = '-';
/** Name of standard output, where a file is asked for. */
export const STANDARD_OUTPUT = '-';

/** A stream of the process that text goes to, or its bytes. */
export interface Output {
  readonly isTTY: boolean;
  /** Width of the terminal, if it is one. */
  readonly columns: number | undefined;
  /** The reader has gone (`evdx … | head`): nothing more arrives, and that is no error. */
  readonly closed: boolean;
  /**
   * Resolves when the text has been taken, which is the back-pressure.
   * @throws what the system says, such as a full disk; a broken pipe is no error.
   */
  write(text: string | Uint8Array): Promise<void>;
}

/** All of the outside that commands see. */
export interface CliIo {
  readonly stdin: {
    readonly isTTY: boolean;
    chunks(): AsyncIterable<Uint8Array>;
    /** Without echo, line editing and signal keys; nothing happens where there is no terminal or none is needed. */
    setRaw(isRaw: boolean): void;
  };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: string;
}

interface WritableLike {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string | Uint8Array, done: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}
/** The parts of `process` that a run needs. */
export interface ProcessLike {
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean; setRawMode?(isRaw: boolean): unknown };
  readonly stdout: WritableLike;
  readonly stderr: WritableLike;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  cwd(): string;
}

const isBrokenPipe = (error: Error): boolean => 'code' in error && (error.code === 'EPIPE' || error.code === 'EOF');

class StreamOutput implements Output {
  readonly #stream: WritableLike;
  #closed = false;
  constructor(stream: WritableLike) {
    this.#stream = stream;
    // Without a listener a broken pipe would end the process with a stack trace; `write` gets the error as well.
    stream.on('error', () => {
      this.#closed = true;
    });
  }
  get isTTY(): boolean {
    return this.#stream.isTTY === true;
  }
  get columns(): number | undefined {
    return this.#stream.columns;
  }
  get closed(): boolean {
    return this.#closed;
  }
  write(text: string | Uint8Array): Promise<void> {
    if (this.#closed || text.length === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#stream.write(text, (error) => {
        if (!error || isBrokenPipe(error)) resolve();
        else reject(error);
      });
    });
  }
}

export const createIo = (process: ProcessLike): CliIo => ({
  stdin: {
    get isTTY() {
      return process.stdin.isTTY === true;
    },
    chunks: () => process.stdin,
    setRaw(isRaw) {
      // A Windows console takes lines of any length.
      if (process.platform !== 'win32') process.stdin.setRawMode?.(isRaw);
    },
  },
  stdout: new StreamOutput(process.stdout),
  stderr: new StreamOutput(process.stderr),
  env: process.env,
  cwd: process.cwd(),
  platform: process.platform,
});
