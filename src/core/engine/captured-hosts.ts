import type { EventClass } from '../knowledge/rules/classes.ts';
import { listOf } from '../model/list-of.ts';
import type { ClassHit } from '../model/scan.ts';
import type { CompiledRules } from './compile.ts';
import type { History } from './history.ts';
import type { HostJoin } from './hosts.ts';

type Captured = ClassHit['captured'];

/** Names that a class captures with `normalize: host`. */
const hostFields = ({ capture = {} }: EventClass): readonly string[] =>
  Object.entries(capture).flatMap(([name, sources]) =>
    listOf(sources).some(({ normalize }) => normalize === 'host') ? [name] : [],
  );

/** Captured hosts are joined as those that wrote the events are: which names share a first label only all sources together tell. */
export function joinCapturedHosts(
  { events }: History,
  { classes }: Pick<CompiledRules, 'classes'>,
  hosts: HostJoin,
): (hit: ClassHit) => Captured {
  const fieldsByClass = new Map<number, readonly string[]>();
  const fieldsOf = (classIndex: number): readonly string[] => {
    const known = fieldsByClass.get(classIndex);
    if (known !== undefined) return known;
    const definition = classes[classIndex]?.definition;
    const fields = definition === undefined ? [] : hostFields(definition);
    fieldsByClass.set(classIndex, fields);
    return fields;
  };
  const names = new Set<string>();
  for (const { hits } of events)
    for (const { classIndex, captured } of hits)
      for (const field of fieldsOf(classIndex)) if (Object.hasOwn(captured, field)) names.add(captured[field] ?? '');
  names.delete('');
  if (names.size === 0) return ({ captured }) => captured;
  const joined = hosts.joinerWith(names);
  return ({ classIndex, captured }) => {
    const fields = fieldsOf(classIndex).filter((field) => Object.hasOwn(captured, field));
    if (fields.length === 0) return captured;
    return { ...captured, ...Object.fromEntries(fields.map((field) => [field, joined(captured[field] ?? '')])) };
  };
}
