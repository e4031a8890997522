import { z } from 'zod';
import { bracketsNamed, linearPattern } from './linear-pattern.ts';
import { cssSelector, httpUrl, regularExpression, text } from './checks.ts';

const keyRuleSchema = z
  .strictObject({
    in: z
      .enum(['guid', 'url'])
      .describe('Where to look: the feed entry’s guid or the article’s URL.'),
    match: regularExpression.describe(
      'Regular expression that finds it: JavaScript’s, without look-around and back references, so that it runs in linear time.',
    ),
    key: text
      .default('$1')
      .describe('The key, with $1 to $9 for what the brackets of `match` took.'),
  })
  .refine(({ match, key }) => bracketsNamed(key) <= groupsOf(match), {
    path: ['key'],
    message:
      'uses more brackets than `match` has; add a (…) to `match` or lower the number after $',
  });

/** How many brackets of a pattern take text. */
function groupsOf(pattern: string): number {
  return linearPattern(pattern).groups;
}

/**
 * Where a publisher's own key of an article is found. The record id is
 * `uuidv5(uuidv5(DNS, host), key)`, so a stable key survives edits of the headline and the URL.
 */
export const identitySchema = z.strictObject({
  host: text
    .optional()
    .describe('Host that the keys belong to; the article page’s own host when left out.'),
  keys: z
    .array(keyRuleSchema)
    .default([])
    .describe('Tried in order; the canonical URL is the key when none matches.'),
});

const categoryRuleSchema = z.strictObject({
  scheme: z
    .string()
    .default('')
    .describe(
      'Start of the category’s scheme (RSS `domain`, Atom `scheme`), written without http:// or https://; left out, categories without a scheme are meant.',
    ),
  path: z
    .enum(['term', 'scheme', 'name'])
    .default('term')
    .describe(
      'How a path is made. term: the term is the whole path; scheme: root and the path of the scheme’s URL; name: root, last segment of the scheme (if any) and term.',
    ),
});

const urlPathRuleSchema = z
  .strictObject({
    match: regularExpression.describe('Regular expression on the article’s URL.'),
    path: text
      .default('$1')
      .describe('The path below the root, with $1 to $9 for what the brackets of `match` took.'),
  })
  .refine(({ match, path }) => bracketsNamed(path) <= groupsOf(match), {
    path: ['path'],
    message:
      'uses more brackets than `match` has; add a (…) to `match` or lower the number after $',
  });

/** Which feed categories are taxonomy and how a path is made of one. */
export const taxonomyRulesSchema = z.strictObject({
  root: text.optional().describe('First segment of every path; the source’s id when left out.'),
  urls: z
    .array(urlPathRuleSchema)
    .default([])
    .describe(
      'Section paths read from the article’s URL; the first rule that matches gives the first path.',
    ),
  categories: z
    .array(categoryRuleSchema)
    .default([])
    .describe('Which of the feed’s categories are taxonomy; the rest are ignored.'),
  drop: z
    .array(z.string())
    .default([])
    .describe('Terms that say nothing, such as "General news"; case does not matter.'),
});

/** What belongs to the address of an article and what does not. */
export const urlRulesSchema = z.strictObject({
  dropQuery: z
    .array(text)
    .default([])
    .describe(
      'Query parameters that do not name the article, besides the usual trackers (utm_*, fbclid…); a final * stands for any ending.',
    ),
});

const rules = {
  body: cssSelector.optional().describe('Element that holds the article’s text.'),
  remove: z.array(cssSelector).optional().describe('Elements within the body that are not text.'),
  title: cssSelector.optional().describe('Element with the headline.'),
  subtitle: cssSelector.optional().describe('Element with the line under the headline.'),
  authors: cssSelector.optional().describe('Elements with one author’s name each.'),
  date: cssSelector.optional().describe('Element with the time of publication.'),
  taxonomy: cssSelector.optional().describe('Elements with one section or topic each.'),
  nextPage: cssSelector.optional().describe('Link to the next part of the same article.'),
  singlePage: cssSelector.optional().describe('Link to the whole article on one page.'),
};

/** Site rules for when a person knows better than the automatic extraction. */
export const articleRulesSchema = z.strictObject({
  ...rules,
  dropLinkOnlyBlocks: z
    .boolean()
    .optional()
    .describe(
      'Drop blocks whose whole text is a link: promos and related stories in running text.',
    ),
  versions: z
    .array(
      z.strictObject({
        until: z.iso.date().describe('Articles published before this day use these rules.'),
        ...rules,
      }),
    )
    .optional()
    .describe('Rules of the site’s older layouts.'),
});

/** A page whose content a person knows, to see whether scraping still works. */
export const testPageSchema = z.strictObject({
  url: httpUrl.describe('Address of an article page that will stay.'),
  title: text.optional().describe('Its headline, exactly.'),
  authors: z.array(text).optional().describe('Its authors’ names, in order.'),
  publishedAt: z.iso
    .datetime({
      offset: true,
      error: 'is not a time with its zone; write it like 2026-11-20T08:30:00+08:00',
    })
    .optional()
    .describe('When it was published, with its zone.'),
  paragraphs: z.int().min(1).optional().describe('How many paragraphs its text has.'),
  contains: z.array(text).optional().describe('Texts that must stand in its body.'),
  lacks: z.array(text).optional().describe('Texts that must not: promos, captions, related links.'),
});

export type TestPage = z.infer<typeof testPageSchema>;
export type ArticleRules = z.infer<typeof articleRulesSchema>;
export type IdentityRules = z.infer<typeof identitySchema>;
export type TaxonomyRules = z.infer<typeof taxonomyRulesSchema>;
