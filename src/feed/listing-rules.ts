import { z } from 'zod';
import { cssSelector } from '../config/checks.ts';

/**
 * How the entries of an HTML page are found, for sites that have no feed. Selectors but `entry`
 * are looked for inside each entry.
 */
export const listingRulesSchema = z.strictObject({
  /** Each match is one entry; it may be the link itself. */
  entry: cssSelector,
  /** The link to the article; the first link of the entry when absent. */
  link: cssSelector.optional(),
  /** The headline; the link's own text when absent. */
  title: cssSelector.optional(),
  /** When it was published: a `datetime` or `content` attribute, else text. */
  date: cssSelector.optional(),
  summary: cssSelector.optional(),
  author: cssSelector.optional(),
  /** Section or topic labels. */
  category: cssSelector.optional(),
});

export type ListingRules = z.infer<typeof listingRulesSchema>;
