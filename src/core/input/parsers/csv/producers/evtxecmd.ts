import type { Producer } from '../producer.ts';

/** EvtxECmd writes UTC, and the payload as JSON in one cell. @see https://github.com/EricZimmerman/evtx */
export const evtxecmd: Producer = {
  name: 'EvtxECmd',
  isUtc: true,
  isOwn: (names) => names.has('eventrecordid') && names.has('payloaddata1'),
};
