import { z } from 'zod';
import { durationSchema } from './duration.ts';
import { cssSelector } from './checks.ts';

/**
 * How the entries of an HTML page are found, for sites that have no feed. Selectors but `entry`
 * are looked for inside each entry.
 */
export const listingRulesSchema = z.strictObject({
  entry: cssSelector.describe('Each match is one entry; it may be the link itself.'),
  link: cssSelector
    .optional()
    .describe('The link to the article; the first link of the entry when left out.'),
  title: cssSelector.optional().describe('The headline; the link’s own text when left out.'),
  date: cssSelector
    .optional()
    .describe('When it was published: a `datetime` or `content` attribute, else text.'),
  summary: cssSelector.optional().describe('A line about the article.'),
  author: cssSelector.optional().describe('Who wrote it.'),
  category: cssSelector.optional().describe('Section or topic labels.'),
});

export type ListingRules = z.infer<typeof listingRulesSchema>;

export const firstReadingSchema = z.strictObject({
  newest: z
    .union([z.int().min(0), z.literal('all')])
    .default(20)
    .describe('How many entries are published, the newest; or all.'),
  maxAge: durationSchema.optional().describe('None that is older, where set.'),
});

export type FirstReading = z.infer<typeof firstReadingSchema>;

/** How a source's hosts are to be treated, where that differs from `http:`. */
export const politenessSchema = z.strictObject({
  concurrency: z.int().min(1).max(64).optional().describe('Requests at a time to one host.'),
  spacing: durationSchema.optional().describe('Pause between two requests to one host.'),
  robots: z
    .enum(['obey', 'ignore'])
    .optional()
    .describe('Ignore robots.txt only with the publisher’s consent.'),
});
