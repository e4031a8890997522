import { z } from 'zod';
import type { WordpressOptions } from '../../config/destinations.ts';
import type { Send } from '../../http/send.ts';
import type { DeliveryContext } from '../destination.ts';
import { unavailable } from '../reply.ts';
import { wordpressRest, valueOf } from './client.ts';
import { REPLACE_PLUGIN } from './with-plugin.ts';

const taxonomy = z.enum(['category', 'post_tag']);
const tidiedSchema = z.object({
  applied: z.boolean(),
  /** Taken off posts, which stay. */
  taken: z.array(z.object({ post: z.int(), taxonomy, name: z.string() })),
  /** No post has them any more. */
  deleted: z.array(z.object({ taxonomy, name: z.string() })),
});

export type TidiedTerms = z.infer<typeof tidiedSchema>;

/**
 * Takes off the terms that newsrelay made and that the last delivery of a post no longer named, and deletes
 * those that nothing has any more. What editors chose stays.
 * @param apply `false`: only says what it would do
 */
export async function tidyTerms(
  options: WordpressOptions,
  { send, context }: { send: Send; context: DeliveryContext },
  apply: boolean,
): Promise<TidiedTerms> {
  const rest = wordpressRest(options, send, context);
  const path = '/newsrelay/v1/terms/tidy';
  const reply = await rest({ method: 'POST', path, json: { apply }, expect: ['rest_no_route'] });
  if (reply.kind === 'error') {
    throw unavailable(`only the companion plugin knows which terms are ours; ${REPLACE_PLUGIN}`);
  }
  return valueOf(tidiedSchema, reply, 'the answer of the companion plugin');
}
