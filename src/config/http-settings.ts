import { z } from 'zod';
import { cidr, userAgent } from './checks.ts';
import { durationSchema, intervalSchema } from './duration.ts';

/** How the network is used, whoever is asked. */
export const httpSchema = z.strictObject({
  userAgent: userAgent
    .default('newsrelay/1.0 (+https://aggregator.example/bot)')
    .describe(
      'Sent with every request; must hold a contact of yours. robots.txt rules for its product name are obeyed.',
    ),
  allowPrivateAddresses: z
    .array(cidr)
    .default([])
    .describe('Address ranges (CIDR) that may be fetched although they are private.'),
  allowPorts: z
    .array(z.int().min(1).max(65_535))
    .default([80, 443])
    .describe('Ports that may be fetched from.'),
  perHost: z
    .strictObject({
      concurrency: z.int().min(1).max(64).default(1).describe('Requests at a time to one host.'),
      spacing: durationSchema.prefault('1s').describe('Pause between two requests to one host.'),
    })
    .prefault({})
    .describe('Limits that hold over all workers together.'),
  timeout: intervalSchema.prefault('30s').describe('Longest time one request may take.'),
});
