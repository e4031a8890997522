import { z } from 'zod';
import type { WordpressOptions } from '../../../config/destinations.ts';
import type { Verdict } from './check-tries.ts';
import { type Rest, restError, valueOf } from '../client.ts';

const accountSchema = z.object({
  username: z.string(),
  capabilities: z.record(z.string(), z.boolean()),
});

/** Rights by which a stolen password, or a slip of ours, would be worth the whole site. */
const EXCESS = [
  'unfiltered_html',
  'unfiltered_upload',
  'manage_options',
  'edit_users',
  'create_users',
  'promote_users',
  'delete_users',
  'install_plugins',
  'activate_plugins',
  'edit_plugins',
  'edit_themes',
  'edit_theme_options',
  'edit_files',
  'import',
  'export',
];

/** What the account says of itself. A site that hides its accounts is no less able to take posts. */
export async function checkAccount(options: WordpressOptions, rest: Rest): Promise<Verdict> {
  const path = '/wp/v2/users/me';
  const query = { context: 'edit', _fields: 'username,capabilities' };
  const reply = await rest({ method: 'GET', path, query, expect: 'every answer' });
  if (reply.kind === 'error') {
    const isLetIn = reply.status === 403 || reply.status === 404;
    if (!isLetIn) throw restError(`${options.name}: GET ${path}`, reply.status, reply);
    const message = `the site hides its accounts (${reply.status} ${reply.code}); what this one may do is tried below`;
    return { result: 'limited', message };
  }
  const { username, capabilities } = valueOf(accountSchema, reply, path);
  const may = (capability: string) => capabilities[capability] === true;

  const missing = ['edit_posts', 'publish_posts', 'edit_published_posts'].filter((c) => !may(c));
  if (missing.length > 0) {
    return {
      result: 'failed',
      message: `${username} may not: ${missing.join(', ')}; give it the role newsrelay, which the plugin brings, or Author`,
    };
  }
  const excess = EXCESS.filter(may);
  if (excess.length > 0) {
    return {
      result: 'failed',
      message: `${username} may do more than deliveries need: ${excess.join(', ')}; give it the role newsrelay, which the plugin brings, or another without these`,
    };
  }
  const limits = limitsOf(options, may);
  return limits.length > 0
    ? { result: 'limited', message: `${username} ${limits.join('; ')}` }
    : { result: 'ok', message: username };
}

function limitsOf(options: WordpressOptions, may: (capability: string) => boolean): string[] {
  return [
    ...(may('manage_categories') || options.categories.from === 'none'
      ? []
      : ['cannot create categories (manage_categories)']),
    ...(may('upload_files') || !options.featuredImage
      ? []
      : ['cannot upload pictures (upload_files)']),
    ...(may('edit_others_posts')
      ? []
      : [
          'cannot post under another byline or see what others put in the trash (edit_others_posts)',
        ]),
    ...(isInClear(options.url) ? ['sends its password in the clear (http)'] : []),
  ];
}

function isInClear(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(?:localhost|127\..*|\[::1\])$/.test(hostname);
}
