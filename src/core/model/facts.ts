import type { Fact } from './scan.ts';

/** A person said it, no log or tool. */
export const isSaid = ({ from }: Pick<Fact, 'from'>): boolean => from === 'option' || from === 'answer';

/** What a person says without a host is of all; what a nameless source tells is of that machine. */
export const isAbout = (fact: Pick<Fact, 'from' | 'host'>, host: string | null): boolean =>
  fact.host === host || (fact.host === null && isSaid(fact));

/** The fact that a machine was once called so; its value is the name. */
export const EARLIER_NAME = 'earlierName';
