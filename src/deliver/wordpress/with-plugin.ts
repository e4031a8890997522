import { z } from 'zod';
import type { DeliveryOutcome } from '../destination.ts';
import { type Rest, valueOf } from './client.ts';
import type { PostJob } from './post.ts';
import { unavailable } from '../reply.ts';
import { removedOnSite } from './without-plugin.ts';

/** Of the plugin in `wordpress/newsrelay` that this newsrelay comes with. */
export const PLUGIN_VERSION = '2.3.0';

const postId = z.int();
const outcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delivered'), postId, notes: z.array(z.string()) }),
  z.object({ kind: z.literal('unchanged'), postId }),
  z.object({ kind: z.literal('superseded'), postId, heldRevision: z.int() }),
  z.object({ kind: z.literal('withdrawn'), postId, notes: z.array(z.string()).optional() }),
  z.object({ kind: z.literal('refused'), postId, reason: z.literal('stopped').optional() }),
]);

/** What to do about a plugin of another version. */
export const REPLACE_PLUGIN = `copy wordpress/newsrelay of version ${PLUGIN_VERSION} into wp-content/plugins again`;

const statusSchema = z.object({ version: z.string(), table: z.boolean(), locks: z.boolean() });
export type PluginStatus = z.infer<typeof statusSchema>;

/** The companion plugin's own account of itself; nothing when it is not active. */
export async function pluginStatus(rest: Rest): Promise<PluginStatus | undefined> {
  const expect = ['rest_no_route'];
  const reply = await rest({ method: 'GET', path: '/newsrelay/v1/status', expect });
  return reply.kind === 'ok' ? valueOf(statusSchema, reply, 'the status') : undefined;
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
  const expect = ['rest_no_route', 'rest_invalid_param', 'rest_missing_callback_param'];
  const reply = await rest({ method: 'PUT', path, json: job, expect });
  if (reply.kind === 'error') {
    if (reply.code === 'rest_no_route') return undefined;
    throw unavailable(
      `the companion plugin does not understand this newsrelay (${reply.message}); ${REPLACE_PLUGIN}`,
    );
  }
  const outcome = valueOf(outcomeSchema, reply, 'the answer of the companion plugin');
  const remoteId = outcome.postId === 0 ? '' : String(outcome.postId);
  switch (outcome.kind) {
    case 'delivered':
      return { kind: 'delivered', remoteId, notes: outcome.notes };
    case 'superseded':
      return { kind: 'superseded', heldRevision: outcome.heldRevision };
    case 'refused':
      return outcome.reason === 'stopped'
        ? stoppedOnSite(outcome.postId)
        : removedOnSite(outcome.postId);
    case 'unchanged':
      return { kind: 'unchanged', remoteId };
    case 'withdrawn':
      return withdrawn(remoteId, outcome.notes);
  }
}

function withdrawn(remoteId: string, notes: string[] = []): DeliveryOutcome {
  return { kind: 'withdrawn', remoteId, ...(notes.length === 0 ? {} : { notes }) };
}

/** An editor's own post from here on; a withdrawal applies all the same. */
function stoppedOnSite(number: number): DeliveryOutcome {
  const message = `updates of post ${number} were stopped on the site`;
  return { kind: 'refused', code: 'stopped-on-site', message };
}

/** Sends a delivery without anything in it, which a route that can be reached calls incomplete. */
export async function tryPlugin(rest: Rest): Promise<void> {
  const path = '/newsrelay/v1/articles/00000000-0000-0000-0000-000000000000';
  await rest({ method: 'PUT', path, json: {}, expect: ['rest_missing_callback_param'] });
}
