import { z } from 'zod';
import { bodySchema } from './article-body.ts';

/** Name and version of the public article record. Fields are only ever added within a version. */
export const RECORD_SCHEMA = 'newsrelay.article/1';

const url = z.url({ protocol: /^https?$/ });
const instant = z.iso.datetime({ offset: false });
const stated = z.iso.datetime({ offset: true });

export const paragraphSchema = z.object({
  kind: z.enum(['p', 'h', 'li', 'quote']),
  text: z.string().min(1),
});

export const creditSchema = z.object({
  text: z.string().min(1),
  people: z.array(z.string()),
  organizations: z.array(z.string()),
});

export const authorSchema = z.object({ name: z.string().min(1), url: url.optional() });

export const imageSchema = z.object({
  url,
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  alt: z.string().optional(),
  caption: z.string().optional(),
  credit: z.string().optional(),
  rights: z
    .enum(['none', 'link'])
    .optional()
    .describe('where less may be done with this picture than `rights.images` says'),
});

export const topicSchema = z.object({
  path: z.string().min(1),
  name: z.string().min(1).describe('as printed, such as St Bride’s'),
  shared: z
    .literal(true)
    .optional()
    .describe('a topic of the operator’s own, the same over all sources'),
});

export const correctionSchema = z.object({
  text: z.string().min(1).describe('as printed, with its label'),
  at: z.string().optional().describe('the day or moment that it states, RFC 3339'),
});

/** The configured source, as sites print it. */
export const outletSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  homePage: url.optional(),
  language: z.string().optional(),
  icon: url.optional(),
  republish: z.enum(['full', 'excerpt', 'link']).describe('the most that may be republished'),
});

export const flagsSchema = z.object({
  gated: z.boolean(),
  live: z.boolean(),
  opinion: z.boolean(),
  sponsored: z.boolean(),
  developing: z.boolean(),
});

export const reuseModeSchema = z.enum(['drop', 'link', 'excerpt', 'full']);

/** What may be republished, and why. `reasons` name each signal that was weighed, strictest first. */
export const rightsSchema = z.object({
  mode: reuseModeSchema,
  reasons: z.array(
    z.object({
      signal: z.string(),
      value: z.string(),
      where: z.string(),
      effect: reuseModeSchema.optional(),
    }),
  ),
  attribution: z.object({ text: z.string(), url }),
  noindex: z.boolean(),
  canonical: z.boolean(),
  images: z.enum(['none', 'link', 'copy']),
  maxExcerptLength: z.int().nonnegative().optional(),
  licence: z
    .object({ basis: z.string(), reference: z.string(), until: z.string().optional() })
    .optional(),
  expiresAt: instant.optional(),
});

export const provenanceSchema = z.enum(['feed', 'jsonld', 'meta', 'rule', 'text', 'config']);

/** The public article record, `newsrelay.article/1`. Times are RFC 3339 in UTC but for those named local, all text is NFC. */
export const articleRecordSchema = z.object({
  schema: z.literal(RECORD_SCHEMA),
  id: z.uuid().describe('UUIDv5 of the publisher host and its native key, or the publisher’s own'),
  revision: z.int().nonnegative().describe('rises with every change of the content'),
  sourceId: z.string().min(1),
  channel: z.string(),
  source: z.string().min(1).describe('originator as printed, such as Associated Press'),
  publisher: z.object({ name: z.string(), host: z.string() }),
  outlet: outletSchema.optional().describe('the configured source'),
  taxonomy: z.array(z.string()),
  topics: z
    .array(topicSchema)
    .optional()
    .describe('the paths of `taxonomy` with their names, after the operator’s own topics'),
  section: z.string().optional(),
  title: z.string().min(1),
  subtitle: z.string().optional(),
  summary: z.string().optional(),
  paragraphs: z.array(paragraphSchema),
  body: bodySchema
    .optional()
    .describe('the paragraphs with their structure and what stands between them; mode full alone'),
  credit: creditSchema.optional(),
  corrections: z
    .array(correctionSchema)
    .optional()
    .describe('corrections, clarifications and notes of the editor; mode full alone'),
  authors: z.array(authorSchema),
  dateline: z.string().optional(),
  url,
  canonicalUrl: url,
  feedUrl: url.optional(),
  guid: z.string().optional(),
  publishedAt: instant.optional(),
  publishedLocal: stated
    .optional()
    .describe('`publishedAt` by the publisher’s clock, where it is not UTC'),
  modifiedAt: instant.optional(),
  modifiedLocal: stated
    .optional()
    .describe('`modifiedAt` by the publisher’s clock, where it is not UTC'),
  doubts: z
    .array(z.object({ field: z.string(), stated: z.string(), reason: z.string() }))
    .optional()
    .describe('what was stated and is not believed, such as a date in the year 2099'),
  firstSeenAt: instant,
  fetchedAt: instant,
  language: z.string().optional(),
  images: z.array(imageSchema),
  flags: flagsSchema,
  rights: rightsSchema,
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  confidence: z.number().min(0).max(1).optional(),
  provenance: z.record(z.string(), provenanceSchema),
});

export type ArticleRecord = z.infer<typeof articleRecordSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type Credit = z.infer<typeof creditSchema>;
export type Author = z.infer<typeof authorSchema>;
export type Topic = z.infer<typeof topicSchema>;
export type Correction = z.infer<typeof correctionSchema>;
export type Outlet = z.infer<typeof outletSchema>;
export type Image = z.infer<typeof imageSchema>;
export type Flags = z.infer<typeof flagsSchema>;
export type Rights = z.infer<typeof rightsSchema>;
export type ReuseMode = z.infer<typeof reuseModeSchema>;
export type Provenance = z.infer<typeof provenanceSchema>;
