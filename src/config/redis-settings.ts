import { z } from 'zod';
import { identifier, redisUrl } from './checks.ts';
import { intervalSchema } from './duration.ts';

export const redisSchema = z.strictObject({
  url: redisUrl
    .default('')
    .describe(
      'Address of the Redis server, path of its Unix socket, or addresses of a cluster separated by commas (one with ?cluster will do), or sentinel://host:26379,host:26379/master-name; empty starts a private one with its data in dataDir.',
    ),
  onUnsafe: z
    .enum(['refuse', 'warn'])
    .default('refuse')
    .describe('What to do with a Redis that may lose jobs: evicts keys, or is older than 6.2.'),
});

export const queueSchema = z.strictObject({
  prefix: identifier.default('newsrelay').describe('Start of every Redis key; one a deployment.'),
  deployment: identifier
    .default('default')
    .describe(
      'Name of this deployment; where staging and production share a config, set it from the environment: two names never work under one prefix.',
    ),
  takeover: intervalSchema
    .prefault('60s')
    .describe(
      'A worker that gives no sign of life for this long counts as dead, and others take over its jobs; longer than the longest pause of a process.',
    ),
});
