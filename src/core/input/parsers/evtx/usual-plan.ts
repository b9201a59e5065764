import type { SystemPart } from '../../event-schema/system.ts';
import { TYPE } from './layout.ts';
import { descriptorOf } from './quick-values.ts';
import type { Slot, SystemPlan } from './system-plan.ts';
import type { Values } from './values.ts';

/** The values in which Windows instances events of both generations, by number. @see the templates of any log */
const COMMON: Readonly<Partial<Record<SystemPart, Slot>>> = {
  level: 0,
  opcode: 1,
  task: 2,
  eventId: 3,
  qualifiers: 4,
  keywords: 5,
  time: 6,
  activityId: 7,
  processId: 8,
  threadId: 9,
  recordId: 10,
  version: 11,
  userId: 12,
};
const NOWHERE: SystemPlan['slots'] = {
  provider: null,
  providerAlias: null,
  providerGuid: null,
  eventId: null,
  qualifiers: null,
  version: null,
  level: null,
  task: null,
  opcode: null,
  keywords: null,
  time: null,
  recordId: null,
  activityId: null,
  relatedActivityId: null,
  processId: null,
  threadId: null,
  channel: null,
  host: null,
  userId: null,
};
const planOf = (slots: Partial<Record<SystemPart, Slot>>, payload: number): SystemPlan => ({
  slots: { ...NOWHERE, ...COMMON, ...slots },
  payload: [{ kind: 'value', index: payload, isOptional: false }],
});

/** By the number of values. The older one has provider and channel in the template alone, both have the host there. */
const PLANS: ReadonlyMap<number, SystemPlan> = new Map([
  [18, planOf({ relatedActivityId: 13, provider: 14, providerGuid: 15, channel: 16 }, 17)],
  [20, planOf({ relatedActivityId: 18 }, 19)],
]);

const TYPES: readonly (readonly [index: number, descriptor: number])[] = [
  [0, descriptorOf(TYPE.uint8, 1)],
  [2, descriptorOf(TYPE.uint16, 2)],
  [3, descriptorOf(TYPE.uint16, 2)],
  [5, descriptorOf(TYPE.hex64, 8)],
  [6, descriptorOf(TYPE.filetime, 8)],
  [10, descriptorOf(TYPE.uint64, 8)],
];

/** How to read an event whose template is lost: as Windows lays out all of them, if types and record number agree with that. */
export function usualPlan(values: Values, recordId: number | null): SystemPlan | null {
  const isUsual = TYPES.every(
    ([index, descriptor]) => descriptorOf(values.type(index), values.size(index)) === descriptor,
  );
  return isUsual && values.block.u64(values.offset(10)) === recordId ? (PLANS.get(values.count) ?? null) : null;
}
