import type { EventClass } from '../knowledge/rules/classes.ts';
import type { RulePart } from '../knowledge/rules/schema.ts';
import { listOf } from '../model/list-of.ts';
import { branchesOf } from './compile-class.ts';

/** Clauses on what an event says beside its name. */
const asksForValues = ({ text, strings, fields, code, data }: RulePart): boolean =>
  [text, strings, fields, code, data].some((clause) => clause !== undefined);

/**
 * Does a class take an event by its name and by what it does not say? It takes every form that says nothing, as a list without messages;
 * of the same event with its values such a form knows less.
 */
export const takesLackOfValues = (definition: EventClass): boolean =>
  definition.not !== undefined &&
  listOf(definition.not).some(asksForValues) &&
  !asksForValues(definition) &&
  !branchesOf(definition).some(asksForValues);
