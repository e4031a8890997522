import { z } from 'zod';
import { cssSelector, regularExpression } from './checks.ts';

/**
 * Where a publisher's own key of an article is found. The record id is
 * `uuidv5(uuidv5(DNS, host), key)`, so a stable key survives edits of the headline and the URL.
 */
export const identitySchema = z.strictObject({
  /** The host the key belongs to; the article page's host when absent. */
  host: z.string().min(1).optional(),
  /** Tried in order; `key` may use `$1`…`$9` of `match`. */
  keys: z
    .array(
      z.strictObject({
        in: z.enum(['guid', 'url']),
        match: regularExpression,
        key: z.string().min(1).default('$1'),
      }),
    )
    .default([]),
});

/** Which feed categories are taxonomy and how a path is made of one. */
export const taxonomyRulesSchema = z.strictObject({
  /** First segment of every path; the source id when absent. */
  root: z.string().min(1).optional(),
  categories: z
    .array(
      z.strictObject({
        /** Start of the category's scheme (RSS `domain`), with or without `https://`. */
        scheme: z.string().default(''),
        /** `term`: the term is a path; `scheme`: the path of the scheme's URL is; `name`: root + last scheme segment + term. */
        path: z.enum(['term', 'scheme', 'name']).default('term'),
      }),
    )
    .default([]),
  /** Terms that say nothing, such as "General news". */
  drop: z.array(z.string()).default([]),
});

const rules = {
  body: cssSelector.optional(),
  remove: z.array(cssSelector).optional(),
  title: cssSelector.optional(),
  subtitle: cssSelector.optional(),
  authors: cssSelector.optional(),
  date: cssSelector.optional(),
  taxonomy: cssSelector.optional(),
  nextPage: cssSelector.optional(),
  singlePage: cssSelector.optional(),
};

/** Site rules for when a person knows better than the automatic extraction. */
export const articleRulesSchema = z.strictObject({
  ...rules,
  /** Drop blocks whose whole text is a link: promos and related stories in running text. */
  dropLinkOnlyBlocks: z.boolean().optional(),
  /** An older layout's rules, used for articles published before `until`. */
  versions: z.array(z.strictObject({ until: z.iso.date(), ...rules })).optional(),
});

export type ArticleRules = z.infer<typeof articleRulesSchema>;
export type IdentityRules = z.infer<typeof identitySchema>;
export type TaxonomyRules = z.infer<typeof taxonomyRulesSchema>;
