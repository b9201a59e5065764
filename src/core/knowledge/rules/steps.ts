import type { RuleStep } from './schema.ts';

export type StepObject = Exclude<RuleStep, string>;

/** A step that is only the name of a class, as one that says nothing else. */
export const stepOf = (step: RuleStep): StepObject => (typeof step === 'string' ? { event: step } : step);
