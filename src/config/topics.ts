import { z } from 'zod';
import { text } from './checks.ts';

/** A topic of the operator's own, over all sources. */
export const sharedTopicSchema = z.strictObject({
  path: z
    .string()
    .regex(
      /^[^\s/]+(?:\/[^\s/]+)*$/,
      'is no path; write segments separated by slashes, such as world/asia',
    )
    .describe('Path of the topic on your site, such as world/asia.'),
  name: text.describe('Its name as your site prints it.'),
  from: z
    .array(text)
    .min(1)
    .describe(
      'Topics of sources that belong to it: names such as Asien, found in any source, or whole paths with * for anything, such as */world/asia*.',
    ),
});

export type SharedTopic = z.infer<typeof sharedTopicSchema>;
