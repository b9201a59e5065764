/** What the bundle is made of (scripts/bundle.ts). */
export { createIo } from './io.ts';
export { main } from './main.ts';
/** For the thread that is to read files. */
export const runScanWorker = (): Promise<unknown> => import('../node/scan-worker.ts');
