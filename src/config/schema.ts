import { z } from 'zod';
import { articleRulesSchema, identitySchema, taxonomyRulesSchema } from './article-rules.ts';
import { cidr, cronPattern, httpUrl, timeZone } from './checks.ts';
import { durationSchema } from './duration.ts';

const identifier = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'must be lower-case letters, digits and hyphens');

export const scheduleSchema = z.union([
  durationSchema.transform((everyMs) => ({ kind: 'interval' as const, everyMs })),
  z
    .strictObject({ cron: cronPattern, timezone: timeZone.default('UTC') })
    .transform(({ cron, timezone }) => ({ kind: 'cron' as const, pattern: cron, timezone })),
  z
    .strictObject({ adaptive: z.strictObject({ min: durationSchema, max: durationSchema }) })
    .transform(({ adaptive }) => ({
      kind: 'adaptive' as const,
      minMs: adaptive.min,
      maxMs: adaptive.max,
    })),
]);

export const republishSchema = z.enum(['full', 'excerpt', 'link']);

export const licenceSchema = z.strictObject({
  basis: z.string().min(1),
  reference: z.string().min(1),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  scope: z.string().optional(),
});

/** How a source's hosts are to be treated, where that differs from `http:`. */
export const politenessSchema = z.strictObject({
  concurrency: z.int().min(1).max(64).optional(),
  spacing: durationSchema.optional(),
  robots: z.enum(['obey', 'ignore']).optional(),
});

export const sourceSchema = z.strictObject({
  id: identifier,
  name: z.string().min(1),
  channel: z.string().default(''),
  enabled: z.boolean().default(true),
  feeds: z.array(httpUrl).min(1),
  schedule: scheduleSchema.optional(),
  recheck: z.array(durationSchema).optional(),
  republish: republishSchema.optional(),
  licence: licenceSchema.optional(),
  assumeZone: timeZone.optional(),
  ignoreOffset: z.boolean().default(false),
  identity: identitySchema.optional(),
  taxonomy: taxonomyRulesSchema.optional(),
  article: articleRulesSchema.optional(),
  minConfidence: z.number().min(0).max(1).optional(),
  politeness: politenessSchema.optional(),
});

export const destinationSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('queue'), name: identifier.default('republish') }),
]);

export const configSchema = z.strictObject({
  redis: z.strictObject({ url: z.string().default('') }).prefault({}),
  dataDir: z.string().min(1).default('./data'),
  queue: z.strictObject({ prefix: identifier.default('newsrelay') }).prefault({}),
  http: z
    .strictObject({
      userAgent: z.string().min(1).default('newsrelay/1.0 (+https://aggregator.example/bot)'),
      allowPrivateAddresses: z.array(cidr).default([]),
      allowPorts: z.array(z.int().min(1).max(65_535)).default([80, 443]),
      perHost: z
        .strictObject({
          concurrency: z.int().min(1).max(64).default(1),
          spacing: durationSchema.prefault('1s'),
        })
        .prefault({}),
      timeout: durationSchema.prefault('30s'),
    })
    .prefault({}),
  site: z.strictObject({ byline: z.string().min(1).default('newsrelay') }).prefault({}),
  defaults: z
    .strictObject({
      schedule: scheduleSchema.prefault('15m'),
      republish: republishSchema.default('excerpt'),
      recheck: z.array(durationSchema).prefault(['15m', '1h', '6h', '1d', '3d', '7d']),
      minConfidence: z.number().min(0).max(1).default(0),
    })
    .prefault({}),
  include: z.array(z.string().min(1)).default([]),
  sources: z.array(sourceSchema).default([]),
  destinations: z.array(destinationSchema).prefault([{ type: 'queue', name: 'republish' }]),
});

export type Config = z.infer<typeof configSchema>;
export type Destination = z.infer<typeof destinationSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;
export type Licence = z.infer<typeof licenceSchema>;

type ParsedSource = z.infer<typeof sourceSchema>;

/** A source with the config's `defaults` filled in: what every stage works with. */
export type Source = ParsedSource &
  Required<Pick<ParsedSource, 'schedule' | 'recheck' | 'republish' | 'minConfidence'>>;
