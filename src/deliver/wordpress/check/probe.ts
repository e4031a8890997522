import type { Rest } from '../client.ts';
import { pluginStatus } from '../with-plugin.ts';

/**
 * Asks a site whether it lets this account in and its database answers: over the route that deliveries
 * take, without writing anything. Throws what is wrong.
 */
export async function probeSite(rest: Rest): Promise<void> {
  if (await pluginStatus(rest)) return;
  const query = { context: 'edit', per_page: '1', _fields: 'id' };
  await rest({ method: 'GET', path: '/wp/v2/posts', query });
}
