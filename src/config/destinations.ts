import { z } from 'zod';
import { httpUrl } from './checks.ts';
import { durationSchema } from './duration.ts';

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens');

/** How a push destination is treated by its own queue. */
const pace = {
  /** Deliveries at a time. */
  concurrency: z.int().min(1).max(32).default(4),
  /** Most deliveries a second; no limit when absent. */
  perSecond: z.number().positive().max(1_000).optional(),
  timeout: durationSchema.prefault('30s'),
};

/**
 * Which terms an article gets. `header` gives the site's header line (id, channel, source, then the
 * taxonomy paths), `taxonomy` the paths, `leaves` the last segment of each path in words.
 */
const termRules = (from: 'header' | 'none', max: number) =>
  z
    .strictObject({
      from: z.enum(['header', 'taxonomy', 'leaves', 'none']).default(from),
      max: z.int().min(0).max(100).default(max),
      /** Path, or start of a path up to a slash → the site's own term; an empty name drops it. The longest match counts. */
      map: z.record(z.string().min(1), z.string().max(200)).default({}),
      /** What happens to a term that `map` does not name. */
      unmapped: z.enum(['keep', 'drop']).default('keep'),
      /** Given to every article, after the others and outside `max`. */
      always: z.array(z.string().min(1).max(200)).default([]),
    })
    .prefault({});

/** Posts to a WordPress site over its REST API with an application password. */
export const wordpressDestinationSchema = z.strictObject({
  type: z.literal('wordpress'),
  name,
  /** The site's address, without `/wp-json`. */
  url: httpUrl,
  /** Where the REST API answers; `/?rest_route=` for a site without pretty permalinks. */
  restPath: z.string().startsWith('/').default('/wp-json'),
  username: z.string().min(1),
  /** An application password (Users → Profile), not the account's own. */
  password: z.string().min(1),
  status: z.enum(['publish', 'draft', 'pending']).default('publish'),
  categories: termRules('header', 5),
  tags: termRules('none', 10),
  /** Copy the lead picture into the media library where the rights allow a copy. */
  featuredImage: z.boolean().default(true),
  /** Print rel=canonical to the original where the rights allow it. */
  canonical: z.boolean().default(true),
  ...pace,
});

const webhookSecret = z
  .string()
  .regex(
    /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/,
    'is not a webhook secret; write whsec_ and 24 to 64 random bytes in base64',
  );

/** POSTs every job, signed as Standard Webhooks 1.0 has it. */
export const webhookDestinationSchema = z.strictObject({
  type: z.literal('webhook'),
  name,
  url: httpUrl,
  /** The first signs first; list the old one after the new one while receivers change over. */
  secrets: z.array(webhookSecret).min(1).max(5),
  /** Extra request headers, such as a gateway's key. */
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string()).default({}),
  ...pace,
});

/** Keeps `<id>.json` (the job) and `<id>.txt` (the seed's text format) for every article. */
export const directoryDestinationSchema = z.strictObject({
  type: z.literal('directory'),
  name,
  path: z.string().min(1),
  headerFields: z.int().min(1).max(50).default(5),
  ...pace,
});

/** Keeps `feed.json` (JSON Feed 1.1), `atom.xml` and `rss.xml` of the newest articles. */
export const feedDestinationSchema = z.strictObject({
  type: z.literal('feed'),
  name,
  /** Folder the three files are written to. */
  path: z.string().min(1),
  /** Where that folder is served: the base of the feeds' own addresses. */
  url: httpUrl,
  title: z.string().min(1),
  /** The site the feeds belong to; `url` when absent. */
  homePage: httpUrl.optional(),
  limit: z.int().min(1).max(1_000).default(100),
  ...pace,
});

export type TermRules = z.infer<typeof wordpressDestinationSchema>['categories'];
export type WordpressOptions = z.infer<typeof wordpressDestinationSchema>;
export type WebhookOptions = z.infer<typeof webhookDestinationSchema>;
export type DirectoryOptions = z.infer<typeof directoryDestinationSchema>;
export type FeedOptions = z.infer<typeof feedDestinationSchema>;
