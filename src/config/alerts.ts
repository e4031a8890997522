import { z } from 'zod';
import { checkedText, httpUrl, text } from './checks.ts';
import { durationSchema } from './duration.ts';
import { webhookSecret } from './destinations.ts';

const smtpUrl = checkedText(
  (address) => ['smtp:', 'smtps:'].includes(new URL(address).protocol),
  'is no address of a mail server',
  'write smtps://user:password@mail.example:465, the password from the environment',
);

const receiverSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('email').describe('A mail through a server of yours.'),
    url: smtpUrl.describe('The mail server, with user and password.'),
    to: z.array(text).min(1).describe('Who is written to.'),
    from: text.optional().describe('Whom it is from; the first of `to` when left out.'),
  }),
  z.strictObject({
    type: z.literal('webhook').describe('A signed POST of JSON, as Standard Webhooks 1.0 has it.'),
    url: httpUrl.describe('Where to.'),
    secrets: z
      .array(webhookSecret)
      .default([])
      .describe('What it is signed with; unsigned without.'),
  }),
  z.strictObject({
    type: z
      .literal('command')
      .describe('A program of yours, with the message on its standard input.'),
    run: z.array(text).min(1).describe('The program and its arguments.'),
  }),
]);

/** Who is told of trouble that lasts, and after how long. */
export const alertsSchema = z.strictObject({
  to: z.array(receiverSchema).default([]).describe('Who is told; nobody unless you say.'),
  after: z
    .strictObject({
      failing: durationSchema.prefault('6h').describe('How long a source fails or is refused.'),
      destination: durationSchema
        .prefault('5m')
        .describe('How long a destination is down or behind.'),
      held: z.int().min(1).default(20).describe('How many articles are held.'),
    })
    .prefault({})
    .describe('From when on it is worth an alert; the rest is told at the second look.'),
});

export type AlertReceiver = z.infer<typeof receiverSchema>;
export type AlertOptions = z.infer<typeof alertsSchema>;
