import { z } from 'zod';
import {
  articleRulesSchema,
  identitySchema,
  taxonomyRulesSchema,
  testPageSchema,
  urlRulesSchema,
} from './article-rules.ts';
import { httpUrl, identifier, languageTag, text, timeZone } from './checks.ts';
import {
  directoryDestinationSchema,
  feedDestinationSchema,
  webhookDestinationSchema,
  wordpressDestinationSchema,
} from './destinations.ts';
import { alertsSchema } from './alerts.ts';
import { firstReadingSchema, listingRulesSchema, politenessSchema } from './feed-rules.ts';
import { durationSchema } from './duration.ts';
import { routingOptions } from './rules/routing.ts';
import { filterSchema, type PlacedRule } from './rules/filter-rules.ts';
import { httpSchema } from './http-settings.ts';
import { rewriteSchema } from './rules/rewrite-rules.ts';
import { queueSchema, redisSchema } from './redis-settings.ts';
import { requestSchema } from './secrets/request.ts';
import { scheduleSchema } from './schedule.ts';
import { type SharedTopic, sharedTopicSchema } from './topics.ts';
import { webSchema } from './web.ts';

export const republishSchema = z.enum(['full', 'excerpt', 'link']);

export const licenceSchema = z
  .strictObject({
    basis: text.describe('What allows it: agreement, public domain, CC BY 4.0…'),
    reference: text.describe('Where it can be looked up: a contract number, a URL.'),
    from: z.iso.date().optional().describe('First day on which it holds.'),
    until: z.iso.date().optional().describe('Last day on which it holds.'),
    scope: text.optional().describe('What it covers, in words.'),
  })
  .refine(({ from, until }) => !from || !until || from <= until, {
    path: ['until'],
    message: 'is a day before `from`; swap the two dates',
  });

const recheckSchema = z
  .array(durationSchema)
  .refine((steps) => steps.every((step, index) => index === 0 || step > (steps[index - 1] ?? 0)), {
    message: 'is not in rising order; write each step longer than the one before it',
  });

/** Holds half of the pages whose text is read badly, and hardly any of the others: see docs/confidence.md. */
const DEFAULT_MIN_CONFIDENCE = 0.56;
/** Unlabelled advertising is against the law in many countries: nothing paid is published unseen. */
const sponsoredSchema = z.enum(['hold', 'skip', 'label']);
/** Whether the links of a text lead on from the site; where it is from is said in any case. */
const linksSchema = z.enum(['keep', 'drop']);
const minConfidenceSchema = z.number().min(0).max(1);

export const sourceSchema = z.strictObject({
  id: identifier.describe('Names the source in commands, logs and records; keep it for good.'),
  formerly: z
    .array(identifier)
    .optional()
    .describe(
      'Ids that it had before: what is known and planned under them goes on under this one.',
    ),
  name: text.describe('Printed as the article’s source unless it names another originator.'),
  channel: z.string().default('').describe('Short code of the source, such as fnc.'),
  homePage: httpUrl.optional().describe('Its front page; sites link the source there.'),
  language: languageTag
    .optional()
    .describe('BCP 47; taken for articles whose page states no language.'),
  icon: httpUrl.optional().describe('Address of its icon, for sites to show.'),
  enabled: z.boolean().default(true).describe('false: keep the entry but do not poll it.'),
  feeds: z.array(httpUrl).min(1).describe('Addresses of its feeds.'),
  schedule: scheduleSchema
    .optional()
    .describe('When to poll: a duration, { cron, timezone } or { adaptive: { min, max } }.'),
  recheck: recheckSchema
    .optional()
    .describe('When to look at an article’s page again, counted from first seen.'),
  republish: republishSchema
    .optional()
    .describe('Most that may be republished: full (needs `licence`), excerpt or link.'),
  licence: licenceSchema.optional().describe('What allows the full text to be republished.'),
  listing: listingRulesSchema
    .optional()
    .describe('For a site without feeds: how entries are found on the HTML page named in `feeds`.'),
  sitemaps: z
    .int()
    .min(1)
    .max(1_000)
    .default(20)
    .describe('How many sitemaps of a sitemap index are read at most, those that may hold news.'),
  assumeZone: timeZone.optional().describe('IANA zone of the feed’s dates that state none.'),
  ignoreOffset: z
    .boolean()
    .default(false)
    .describe(
      'The feed labels wall-clock time of `assumeZone` with a wrong offset: drop the label.',
    ),
  identity: identitySchema.optional().describe('Where the publisher’s own article key is found.'),
  url: urlRulesSchema.optional().describe('What belongs to an article’s address.'),
  taxonomy: taxonomyRulesSchema.optional().describe('How sections and topics become paths.'),
  article: articleRulesSchema
    .optional()
    .describe('CSS selectors for its pages; scraping works without.'),
  tests: z
    .array(testPageSchema)
    .optional()
    .describe('Pages that `newsrelay check --live` tries, with what must be found on them.'),
  firstReading: firstReadingSchema
    .optional()
    .describe('What of a feed never read before is published; the rest is only remembered.'),
  minConfidence: minConfidenceSchema
    .optional()
    .describe('Hold articles whose body the scraper is less sure of, 0 to 1.'),
  sponsored: sponsoredSchema
    .optional()
    .describe('What becomes of articles that somebody paid for: hold, skip, or label.'),
  links: linksSchema
    .optional()
    .describe('Whether `body` keeps the links in the text: keep, or drop (their words stay).'),
  filter: filterSchema
    .optional()
    .describe('Which of its articles are taken: rules in order, before those of `defaults`.'),
  rewrite: rewriteSchema
    .optional()
    .describe('What is changed in what the site is sent, in order; what was scraped stays.'),
  politeness: politenessSchema.optional().describe('Limits of its hosts where they differ.'),
  request: requestSchema
    .optional()
    .describe(
      'Credentials for its feeds and pages, from the environment; sent to its hosts alone.',
    ),
});

export const destinationSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('queue').describe('A BullMQ queue that the site’s own worker reads.'),
    name: identifier.default('republish').describe('Name of the queue.'),
    ...routingOptions,
  }),
  wordpressDestinationSchema,
  webhookDestinationSchema,
  directoryDestinationSchema,
  feedDestinationSchema,
]);

export const configSchema = z.strictObject({
  redis: redisSchema.prefault({}).describe('Where state and queues live.'),
  dataDir: text
    .default('./data')
    .describe('Folder for everything kept on disk; relative to this file’s folder.'),
  queue: queueSchema.prefault({}).describe('Names of the BullMQ queues.'),
  http: httpSchema.prefault({}).describe('How the network is used.'),
  site: z
    .strictObject({
      byline: text.default('newsrelay').describe('Account that the aggregator site posts under.'),
    })
    .prefault({})
    .describe('The aggregator site.'),
  defaults: z
    .strictObject({
      schedule: scheduleSchema
        .prefault('15m')
        .describe('When to poll: a duration, { cron, timezone } or { adaptive: { min, max } }.'),
      republish: republishSchema
        .default('excerpt')
        .describe('Most that may be republished: full (needs `licence`), excerpt or link.'),
      recheck: recheckSchema
        .prefault(['15m', '1h', '6h', '1d', '3d', '7d'])
        .describe('When to look at an article’s page again, counted from first seen.'),
      firstReading: firstReadingSchema
        .prefault({})
        .describe('What of a feed never read before is published; the rest is only remembered.'),
      minConfidence: minConfidenceSchema
        .default(DEFAULT_MIN_CONFIDENCE)
        .describe('Hold articles whose body the scraper is less sure of, 0 to 1.'),
      sponsored: sponsoredSchema
        .default('hold')
        .describe('What becomes of articles that somebody paid for: hold, skip, or label.'),
      links: linksSchema
        .default('keep')
        .describe('Whether `body` keeps the links in the text: keep, or drop (their words stay).'),
      filter: filterSchema
        .optional()
        .describe('Which articles are taken: rules in order, after a source’s own.'),
    })
    .prefault({})
    .describe('For sources that do not say it themselves.'),
  include: z
    .array(text)
    .default([])
    .describe(
      'Files with one source or a list of sources each; globs such as sources/*.yaml, relative to this file’s folder.',
    ),
  sources: z.array(sourceSchema).default([]).describe('The news sources to poll.'),
  topics: z
    .array(sharedTopicSchema)
    .default([])
    .describe('Topics of your own over all sources, in the order in which records name them.'),
  takedowns: z
    .array(text)
    .default([])
    .describe(
      'Articles that are never shown, by id or address: what `newsrelay takedown` does, kept even if all of Redis is lost.',
    ),
  web: webSchema.prefault({}).describe('The operators’ page, which `run` serves; false: none.'),
  alerts: alertsSchema.prefault({}).describe('Who is told of trouble that lasts.'),
  destinations: z
    .array(destinationSchema)
    .prefault([{ type: 'queue', name: 'republish' }])
    .describe('Where republishing jobs go.'),
});

export type Config = z.infer<typeof configSchema>;
export type DestinationOptions = z.infer<typeof destinationSchema>;
export type Licence = z.infer<typeof licenceSchema>;

/** A source as it is written, before the config's `defaults`. */
export type ParsedSource = z.infer<typeof sourceSchema>;
type Defaulted =
  | 'schedule'
  | 'recheck'
  | 'republish'
  | 'minConfidence'
  | 'firstReading'
  | 'sponsored'
  | 'links';

/** A source with the config's `defaults` filled in: what every stage works with. */
export type Source = Omit<ParsedSource, Defaulted | 'filter'> & {
  [Key in Defaulted]: NonNullable<ParsedSource[Key]>;
} & {
  /** The environment variables that `request` takes its credentials from. */
  credentialVariables?: readonly string[];
  /** The operator's topics over all sources. */
  sharedTopics: readonly SharedTopic[];
  /** Where it is written, such as `sources[2] (fox-news)`. */
  place: string;
  /** Its own rules and then those of `defaults`. */
  filter: readonly PlacedRule[];
};
