import { z } from 'zod';
import { httpUrl, identifier, text, checkedText } from './checks.ts';
import { intervalSchema } from './duration.ts';
import { routingOptions } from './rules/routing.ts';

const namedOptions = {
  name: identifier.describe('Names the destination in commands, logs and queues.'),
  concurrency: z.int().min(1).max(32).default(4).describe('Deliveries at a time.'),
  perSecond: z
    .number()
    .positive()
    .max(1_000)
    .optional()
    .describe('Most deliveries a second; no limit when absent.'),
  timeout: intervalSchema.prefault('30s').describe('Longest time one request may take.'),
  ...routingOptions,
  maxPerHour: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe('Most new articles and updates an hour, spread evenly; withdrawals go at once.'),
};

const termName = z.string().max(200);

/**
 * Which terms an article gets. `header` gives the site's header line (id, channel, source, then the
 * taxonomy paths), `topics` the names that the publisher printed, `taxonomy` the paths, `leaves` the last
 * segment of each path in words.
 */
const termRules = (from: 'header' | 'none', max: number) =>
  z
    .strictObject({
      from: z
        .enum(['header', 'topics', 'taxonomy', 'leaves', 'none'])
        .default(from)
        .describe(
          'What terms are made of: id, channel, source and paths; names of topics as printed; paths; last words of paths.',
        ),
      max: z.int().min(0).max(100).default(max).describe('Most terms taken from there.'),
      map: z
        .record(text, termName)
        .default({})
        .describe(
          'A path, or the start of one up to a slash, to the site’s own term; an empty term drops it. The longest match counts.',
        ),
      unmapped: z
        .enum(['keep', 'drop'])
        .default('keep')
        .describe('What happens to a name that `map` does not hold.'),
      always: z
        .array(termName.min(1))
        .default([])
        .describe('Terms that every article gets, beyond `max`.'),
      bySource: z
        .record(text, z.array(termName.min(1)))
        .default({})
        .describe(
          'Terms that articles of a source get, beyond `max`: by its id or channel, * for any part of one.',
        ),
    })
    .prefault({});

/** What WordPress answers at below a site's own address. */
const WITHIN_SITE = /\/(?:wp-json|wp-admin|wp-login\.php|xmlrpc\.php)(?=[/?]|$)|[?&]rest_route=/;

const siteUrl = httpUrl.refine((address) => {
  const { pathname, search } = new URL(address);
  return !WITHIN_SITE.test(pathname + search);
}, 'is an address within the site; write the site’s own, without /wp-json, /wp-admin and what follows them');

/** What of an article a custom field of a post may hold, as text. */
const fieldSourceSchema = z.enum([
  'id',
  'url',
  'canonicalUrl',
  'source',
  'sourceId',
  'publisher',
  'authors',
  'publishedAt',
  'modifiedAt',
  'language',
  'section',
  'subtitle',
  'dateline',
  'credit',
]);
export type FieldSource = z.infer<typeof fieldSourceSchema>;

/** Posts to a WordPress site over its REST API with an application password. */
export const wordpressDestinationSchema = z.strictObject({
  type: z.literal('wordpress').describe('Posts on a WordPress site.'),
  ...namedOptions,
  url: siteUrl.describe('The site’s address, without /wp-json.'),
  restPath: z
    .string()
    .startsWith('/')
    .default('/wp-json')
    .describe('Where its REST API answers; /?rest_route= for a site without pretty permalinks.'),
  username: text.describe('Account that posts; an author who may also manage categories will do.'),
  password: text.describe('An application password of that account, not its own password.'),
  status: z
    .enum(['publish', 'draft', 'pending'])
    .default('publish')
    .describe('Status of new posts.'),
  postType: z
    .string()
    .regex(/^[a-z0-9_-]{1,20}$/)
    .default('post')
    .describe('What kind of post articles are; another than post needs the plugin.'),
  fields: z
    .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,99}$/), fieldSourceSchema)
    .default({})
    .describe('Custom fields of a post and what of the article each holds; needs the plugin.'),
  categories: termRules('header', 5).describe('Which categories a post gets.'),
  tags: termRules('none', 10).describe('Which tags a post gets.'),
  featuredImage: z
    .boolean()
    .default(true)
    .describe('Copy the lead picture into the media library where the rights allow it.'),
  featuredImageMinWidth: z
    .int()
    .min(0)
    .max(10_000)
    .default(600)
    .describe('Pixels that the lead picture must be wide: themes blow smaller ones up.'),
  bodyImages: z
    .boolean()
    .default(true)
    .describe('Copy the pictures in the text too where the rights allow it, and show them there.'),
  fallbackImage: z
    .union([z.int().positive(), httpUrl])
    .optional()
    .describe(
      'Shown where an article has no picture that may be: its number in the media library, or an address to copy it from.',
    ),
  canonical: z
    .boolean()
    .default(true)
    .describe('Print rel=canonical to the original where the rights allow it.'),
  index: z
    .enum(['never', 'own', 'always'])
    .default('never')
    .describe(
      'Which posts search engines may list: none, those whose licence is one’s own content, or all.',
    ),
  comments: z
    .boolean()
    .default(false)
    .describe(
      'Leave comments and pings of new posts to the site’s settings; else they are closed.',
    ),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string())
    .default({})
    .describe('Extra request headers, such as those of a gateway or a staging login.'),
  editorChanges: z
    .enum(['keep', 'overwrite'])
    .default('keep')
    .describe(
      'What an update does to fields of a post that an editor changed on the site since the last one.',
    ),
});

export const webhookSecret = checkedText(
  (secret) => /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/.test(secret),
  'is not a webhook secret',
  'write whsec_ and 24 to 64 random bytes in base64',
);

/** POSTs every job, signed as Standard Webhooks 1.0 has it. */
export const webhookDestinationSchema = z.strictObject({
  type: z.literal('webhook').describe('Signed POST requests (Standard Webhooks).'),
  ...namedOptions,
  url: httpUrl.describe('Where jobs are posted to.'),
  secrets: z
    .array(webhookSecret)
    .min(1)
    .max(5)
    .describe('Each signs; keep the old one beside the new one while receivers change over.'),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string())
    .default({})
    .describe('Extra request headers, such as a gateway’s key.'),
});

/** Keeps `<id>.json` (the job) and `<id>.txt` (the seed's text format) for every article. */
export const directoryDestinationSchema = z.strictObject({
  type: z.literal('directory').describe('A JSON and a text file for every article.'),
  ...namedOptions,
  path: text.describe('Folder for the files; one process may write to it.'),
  headerFields: z.int().min(1).max(50).default(5).describe('Fields on the first line of the text.'),
});

/** Keeps `feed.json` (JSON Feed 1.1), `atom.xml` and `rss.xml` of the newest articles. */
export const feedDestinationSchema = z.strictObject({
  type: z.literal('feed').describe('The newest articles as JSON Feed, Atom and RSS.'),
  ...namedOptions,
  path: text.describe('Folder for the three files; one process may write to it.'),
  url: httpUrl.describe('Where that folder is served: the base of the feeds’ own addresses.'),
  title: text.describe('Title of the feeds.'),
  homePage: httpUrl.optional().describe('The site the feeds belong to; `url` when absent.'),
  limit: z.int().min(1).max(1_000).default(100).describe('Articles shown, newest first.'),
});

export type TermRules = z.infer<typeof wordpressDestinationSchema>['categories'];
export type WordpressOptions = z.infer<typeof wordpressDestinationSchema>;
export type WebhookOptions = z.infer<typeof webhookDestinationSchema>;
export type DirectoryOptions = z.infer<typeof directoryDestinationSchema>;
export type FeedOptions = z.infer<typeof feedDestinationSchema>;
