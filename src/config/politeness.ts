import { z } from 'zod';
import { durationSchema } from './duration.ts';

/** How a source's hosts are to be treated, where that differs from `http:`. */
export const politenessSchema = z.strictObject({
  concurrency: z.int().min(1).max(64).optional().describe('Requests at a time to one host.'),
  spacing: durationSchema.optional().describe('Pause between two requests to one host.'),
  robots: z
    .enum(['obey', 'ignore'])
    .optional()
    .describe('Ignore robots.txt only with the publisher’s consent.'),
});
