import { parentPort, workerData } from 'node:worker_threads';
import type { Scan } from '../core/model/scan.ts';
import type { ByteSource } from '../core/model/source.ts';
import { fileSource } from './file-source.ts';
import type { FileTask, WorkerNews, WorkerOrder, WorkerStart } from './scan-messages.ts';

/** Reads files in a thread of its own: paths in, scans out. */
const start: WorkerStart = workerData;
const tell = (news: WorkerNews): void => parentPort?.postMessage(news);
const load = Promise.all([
  import('../core/pipeline/diagnose.ts').then(({ rulesOf }) => rulesOf(start)),
  import('../core/pipeline/scan-inputs.ts'),
  import('../core/pipeline/options.ts'),
]);

/** Messages cost more than small pieces. */
const TOLD_BYTES = 1 << 22;

function watched(source: ByteSource): ByteSource {
  let untold = 0;
  const count = (bytes: number): void => {
    untold += bytes;
    if (untold < TOLD_BYTES) return;
    tell({ bytes: untold });
    untold = 0;
  };
  return {
    ...source,
    async *chunks() {
      for await (const chunk of source.chunks()) {
        yield chunk;
        count(chunk.length);
      }
      if (untold > 0) tell({ bytes: untold });
    },
  };
}

async function read({ index, path, name, sizeBytes }: FileTask): Promise<void> {
  const [{ compiled }, { scanInput }, { toScanOptions }] = await load;
  const optionsOf = (member: string) => toScanOptions(start, member);
  const scans: Scan[] = [];
  for await (const scan of scanInput(watched(fileSource(path, name, sizeBytes)), compiled, optionsOf)) scans.push(scan);
  tell({ index, scans });
}

// One order is asked for when the one before is done.
parentPort?.on('message', async (order: WorkerOrder) => {
  for (const task of order) await read(task);
});
