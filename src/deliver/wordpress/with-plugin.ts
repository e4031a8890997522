import { z } from 'zod';
import type { DeliveryOutcome } from '../destination.ts';
import type { Rest } from './client.ts';
import type { PostJob } from './post.ts';
import { removedOnSite } from './without-plugin.ts';

const postId = z.int();
const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delivered'), postId, notes: z.array(z.string()) }),
  z.object({ kind: z.literal('unchanged'), postId }),
  z.object({ kind: z.literal('superseded'), postId, heldRevision: z.int() }),
  z.object({ kind: z.literal('withdrawn'), postId }),
  z.object({ kind: z.literal('refused'), postId }),
]);

const statusSchema = z.object({ version: z.string(), table: z.boolean(), locks: z.boolean() });
export type PluginStatus = z.infer<typeof statusSchema>;

/** The companion plugin's own account of itself; nothing when it is not active. */
export async function pluginStatus(rest: Rest): Promise<PluginStatus | undefined> {
  const expect = ['rest_no_route'];
  const reply = await rest({ method: 'GET', path: '/newsrelay/v1/status', expect });
  return reply.kind === 'ok' ? statusSchema.parse(reply.value) : undefined;
}

/**
 * Delivery in one request: the plugin keeps one row an article and works under a lock of the database
 * server. Gives nothing when the plugin is not active.
 */
export async function deliverWithPlugin(
  rest: Rest,
  articleId: string,
  job: PostJob,
): Promise<DeliveryOutcome | undefined> {
  const path = `/newsrelay/v1/articles/${articleId}`;
  const reply = await rest({ method: 'PUT', path, json: job, expect: ['rest_no_route'] });
  if (reply.kind !== 'ok') return undefined;
  const outcome = outcomeSchema.parse(reply.value);
  const remoteId = String(outcome.postId);
  switch (outcome.kind) {
    case 'delivered':
      return { kind: 'delivered', remoteId, notes: outcome.notes };
    case 'superseded':
      return { kind: 'superseded', heldRevision: outcome.heldRevision };
    case 'refused':
      return removedOnSite(outcome.postId);
    case 'unchanged':
    case 'withdrawn':
      return { kind: outcome.kind, remoteId };
  }
}
