import type { EventContent } from '../model/event.ts';

/** Remembers what was made of the event asked about last: one class after another asks the same of it. */
export function ofLastEvent<Made>(make: (event: EventContent) => Made): (event: EventContent) => Made {
  let last: { readonly event: EventContent; readonly made: Made } | null = null;
  return (event) => {
    if (last?.event !== event) last = { event, made: make(event) };
    return last.made;
  };
}
