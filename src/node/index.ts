export type { Report } from '../core/index.ts';
