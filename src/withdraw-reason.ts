import { z } from 'zod';

/**
 * Why an article has to leave the site: `takedown` by the operator, `gone` at its source, `noindex` or
 * another wish that no copies be shown, a `notice` of withdrawal in its text, `expired` by the publisher's
 * date, or `rights` that allow nothing any more: the publisher's word, or a
 * rule of the operator's. `text` says it in words.
 */
export const withdrawReasonSchema = z.object({
  code: z.enum(['takedown', 'gone', 'noindex', 'notice', 'expired', 'rights']),
  text: z.string().optional(),
});

export type WithdrawReason = z.infer<typeof withdrawReasonSchema>;

/** A reason as we give it: always with its words. */
export type StatedReason = WithdrawReason & { text: string };
