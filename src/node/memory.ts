import { getHeapStatistics } from 'node:v8';

/** To conclude from what was kept takes about half as much again, and a heap that is nearly full spends its time collecting. */
const SHARE_OF_HEAP = 0.6;

/** The memory that kept events may take in this process, in bytes: Node ends it where the heap is full. */
export const memoryForEvents = (): number => Math.floor(getHeapStatistics().heap_size_limit * SHARE_OF_HEAP);
