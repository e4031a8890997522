import { z } from 'zod';
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
