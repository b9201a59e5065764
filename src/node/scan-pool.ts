import { Worker } from 'node:worker_threads';
import type { Scan } from '../core/model/scan.ts';
import type { ByteSource } from '../core/model/source.ts';
import type { ScanAll } from '../core/pipeline/diagnose.ts';
import type { DiagnoseOptions } from '../core/pipeline/options.ts';
import { type FileSource, isFileSource } from './file-source.ts';
import type { FileTask, WorkerNews, WorkerStart } from './scan-messages.ts';
import { threadsFor } from './threads-for.ts';

export interface PoolOptions {
  /** Threads that read; undefined: as many as gain. */
  readonly jobs?: number | undefined;
  /** The built worker. */
  readonly workerUrl?: URL;
}

/** Small files go out together: a message costs as much as reading one of them. */
const ORDER_BYTES = 4 * 1024 * 1024;
const ORDER_FILES = 64;

/** Reads files in worker threads, the largest first; what only this thread can read, it reads meanwhile. */
export const poolScan =
  (
    options: DiagnoseOptions,
    { jobs, workerUrl = new URL('./scan-worker.cjs', import.meta.url) }: PoolOptions,
  ): ScanAll =>
  async (sources, rules) => {
    const { failedScan } = await import('../core/pipeline/scan.ts');
    const { scanInput } = await import('../core/pipeline/scan-inputs.ts');
    const { toScanOptions } = await import('../core/pipeline/options.ts');
    const { Room, unreadScan } = await import('../core/pipeline/room.ts');
    const room = new Room(options.memoryBytes);
    const scansByIndex: (readonly Scan[])[] = [];
    const pool = new Pool(sources, {
      start: startOf(options),
      workerUrl,
      done: (index, result) => {
        scansByIndex[index] = result;
        room.take(result);
      },
      hasRoom: () => !room.isFull,
      unread: (index) => {
        scansByIndex[index] = [unreadScan(sources[index]?.name ?? '')];
      },
      failed: (index, error) => {
        scansByIndex[index] = [failedScan(sources[index]?.name ?? '', error)];
      },
    });
    const finished = pool.run(threadsFor(sources, jobs));
    const optionsOf = (name: string) => toScanOptions(options, name);
    for (const [index, source] of sources.entries()) {
      if (isFileSource(source)) continue;
      const scans: Scan[] = [];
      if (room.isFull) scans.push(unreadScan(source.name));
      else for await (const scan of scanInput(source, rules, optionsOf)) scans.push(scan);
      scansByIndex[index] = scans;
      room.take(scans);
    }
    await finished;
    return scansByIndex.flat();
  };

const startOf = ({ facts, groups, hostNames, redact, ask, memoryBytes, ...start }: DiagnoseOptions): WorkerStart =>
  start;

interface PoolWork {
  readonly start: WorkerStart;
  readonly workerUrl: URL;
  readonly done: (index: number, scans: readonly Scan[]) => void;
  readonly failed: (index: number, error: unknown) => void;
  readonly hasRoom: () => boolean;
  /** No room was left for it. */
  readonly unread: (index: number) => void;
}

class Pool {
  readonly #sources: readonly ByteSource[];
  readonly #work: PoolWork;
  /** The largest last, which goes out first. */
  readonly #waiting: FileTask[];

  constructor(sources: readonly ByteSource[], work: PoolWork) {
    this.#sources = sources;
    this.#work = work;
    this.#waiting = sources
      .flatMap((source, index) => (isFileSource(source) ? [taskOf(source, index)] : []))
      .sort((a, b) => (a.sizeBytes ?? 0) - (b.sizeBytes ?? 0));
  }

  async run(threads: number): Promise<void> {
    await Promise.all(Array.from({ length: threads }, () => this.#keepReading()));
  }

  /** One thread after another in this place: a file that kills one does not take the rest with it. */
  async #keepReading(): Promise<void> {
    while (this.#waiting.length > 0) await this.#readInThread();
  }

  #takeOrder(): FileTask[] {
    if (!this.#work.hasRoom()) for (const { index } of this.#waiting.splice(0)) this.#work.unread(index);
    const order: FileTask[] = [];
    for (let bytes = 0; bytes < ORDER_BYTES && order.length < ORDER_FILES; ) {
      const task = this.#waiting.pop();
      if (task === undefined) break;
      bytes += task.sizeBytes ?? ORDER_BYTES;
      order.push(task);
    }
    return order;
  }

  #readInThread(): Promise<void> {
    const worker = new Worker(this.#work.workerUrl, { workerData: this.#work.start });
    let order: FileTask[] = [];
    const next = (): void => {
      order = this.#takeOrder();
      if (order.length > 0) worker.postMessage(order);
      else void worker.terminate();
    };
    worker.on('message', (news: WorkerNews) => {
      if ('bytes' in news) this.#told(order[0], news.bytes);
      else {
        order.shift();
        this.#work.done(news.index, news.scans);
        if (order.length === 0) next();
      }
    });
    next();
    return new Promise((resolve) => {
      let reason: unknown = null;
      worker.on('error', (error) => {
        reason = error;
      });
      worker.on('exit', () => {
        const [fatal, ...rest] = order;
        if (fatal !== undefined) this.#work.failed(fatal.index, reason ?? new Error('the thread that read it ended'));
        this.#waiting.push(...rest.reverse());
        resolve();
      });
    });
  }

  #told(task: FileTask | undefined, bytes: number): void {
    const source = task === undefined ? undefined : this.#sources[task.index];
    if (source !== undefined && isFileSource(source)) source.onRead?.(bytes);
  }
}

const taskOf = ({ path, name, sizeBytes }: FileSource, index: number): FileTask => ({ index, path, name, sizeBytes });
