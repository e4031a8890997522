import { z } from 'zod';
import type { WordpressOptions } from '../../config/destinations.ts';
import type { DeliveryContext, CheckFinding } from '../destination.ts';
import type { Rest } from './client.ts';
import { type PluginStatus, pluginStatus } from './with-plugin.ts';
import { LIMITS_WITHOUT_PLUGIN } from './without-plugin.ts';

const accountSchema = z.object({
  username: z.string(),
  capabilities: z.record(z.string(), z.boolean()),
});
const draftPostSchema = z.object({ id: z.int(), content: z.object({ raw: z.string() }) });

/** `mend`: what to look at when the step itself comes to nothing. */
interface Step {
  what: string;
  mend: string;
  run: () => Promise<Omit<CheckFinding, 'what'>>;
}

const PROFILE = 'Users → Profile → Application Passwords';

/** Checks in the order they build on each other; what cannot be reached fails all that follow. */
export async function checkWordpress(
  options: WordpressOptions,
  rest: Rest,
  { now }: DeliveryContext,
): Promise<CheckFinding[]> {
  const steps: Step[] = [
    {
      what: 'account and role',
      mend: `check url, username and password (an application password, see ${PROFILE})`,
      run: () => checkAccount(options, rest),
    },
    {
      what: 'companion plugin',
      mend: 'deactivate it and activate it again',
      run: async () => judgePlugin(await pluginStatus(rest)),
    },
    {
      what: 'round trip with a draft',
      mend: 'check what other plugins do to new posts',
      run: () => roundTrip(rest, now()),
    },
  ];
  const findings: CheckFinding[] = [];
  for (const { what, mend, run } of steps) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each step needs what the one before it showed
      findings.push({ what, ...(await run()) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return [...findings, { what, result: 'failed', message: `${message}; ${mend}` }];
    }
  }
  return findings;
}

async function checkAccount(
  options: WordpressOptions,
  rest: Rest,
): Promise<Omit<CheckFinding, 'what'>> {
  const query = { context: 'edit', _fields: 'username,capabilities' };
  const reply = await rest({ method: 'GET', path: '/wp/v2/users/me', query });
  const { username, capabilities } = accountSchema.parse(reply.value);
  const may = (capability: string) => capabilities[capability] === true;

  const missing = ['edit_posts', 'publish_posts', 'edit_published_posts'].filter((c) => !may(c));
  if (missing.length > 0) {
    return {
      result: 'failed',
      message: `${username} may not: ${missing.join(', ')}; give it the role Author`,
    };
  }
  const limits = [
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
    ...(may('unfiltered_html')
      ? ['may post scripts (unfiltered_html), more than this needs: use a lesser role']
      : []),
  ];
  return limits.length > 0
    ? { result: 'limited', message: `${username} ${limits.join('; ')}` }
    : { result: 'ok', message: username };
}

function isInClear(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' && !/^(?:localhost|127\..*|\[::1\])$/.test(hostname);
}

function judgePlugin(status: PluginStatus | undefined): Omit<CheckFinding, 'what'> {
  if (!status)
    return {
      result: 'limited',
      message: `not active (copy wordpress/newsrelay into wp-content/plugins): ${LIMITS_WITHOUT_PLUGIN.join('; ')}`,
    };
  const { version, table, locks } = status;
  if (table && locks) return { result: 'ok', message: `version ${version}` };
  const lacks = [...(table ? [] : ['its table']), ...(locks ? [] : ['database locks'])];
  return { result: 'failed', message: `version ${version} lacks ${lacks.join(' and ')}` };
}

/** Creates a draft, reads it back and deletes it for good. */
async function roundTrip(rest: Rest, now: Date): Promise<Omit<CheckFinding, 'what'>> {
  const content = `newsrelay connection test, ${now.toISOString()}`;
  const json = { title: 'newsrelay connection test', content, status: 'draft' };
  const made = await rest({ method: 'POST', path: '/wp/v2/posts', json });
  const { id } = draftPostSchema.parse(made.value);
  const path = `/wp/v2/posts/${id}`;
  try {
    const read = await rest({ method: 'GET', path, query: { context: 'edit' } });
    const same = draftPostSchema.parse(read.value).content.raw === content;
    return same
      ? { result: 'ok', message: `draft ${id} made, read back and deleted` }
      : { result: 'failed', message: `draft ${id} came back changed` };
  } finally {
    await rest({ method: 'DELETE', path, query: { force: 'true' } });
  }
}
