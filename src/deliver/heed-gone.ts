import type { Destination } from './destination.ts';

/** A destination that answered 410 is not called again by this process. */
export function heedGone(destination: Destination): Destination {
  let gone: string | undefined;
  return {
    ...destination,
    async deliver(job, context) {
      if (gone !== undefined) return { kind: 'gone', message: gone };
      const outcome = await destination.deliver(job, context);
      if (outcome.kind === 'gone') gone = outcome.message;
      return outcome;
    },
  };
}
