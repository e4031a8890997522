import type { WordpressOptions } from '../../../config/destinations.ts';
import type { CheckContext, CheckFinding } from '../../destination.ts';
import { checkAccount } from './check-account.ts';
import { tryByline, tryCategory, tryDraft, tryPicture, type Verdict } from './check-tries.ts';
import type { Rest } from '../client.ts';
import {
  PLUGIN_VERSION,
  type PluginStatus,
  pluginStatus,
  REPLACE_PLUGIN,
  tryPlugin,
} from '../with-plugin.ts';
import { LIMITS_WITHOUT_PLUGIN } from '../without-plugin.ts';

/** `mend`: what to look at when the step itself comes to nothing. */
interface CheckStep {
  what: string;
  mend: string;
  run: () => Promise<Verdict>;
}

const PROFILE = 'Users → Profile → Application Passwords';

/**
 * Tries what deliveries do, by the same code, in the order in which one builds on the other; what cannot be
 * reached fails all that follow. Nothing stays behind.
 */
export async function checkWordpress(
  options: WordpressOptions,
  rest: Rest,
  { now, byline }: CheckContext,
): Promise<CheckFinding[]> {
  const heard: string[] = [];
  const listening: Rest = async (request) => {
    const reply = await rest(request);
    if (reply.kind === 'ok' && reply.noise) heard.push(reply.noise);
    return reply;
  };
  const findings: CheckFinding[] = [];
  for (const { what, mend, run } of stepsOf(options, listening, now(), byline)) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each step needs what the one before it showed
      findings.push({ what, ...(await run()) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      // A message that names its own mend needs no second one.
      const told = message.includes('the site has moved') ? message : `${message}; ${mend}`;
      return [...findings, { what, result: 'failed', message: told }];
    }
  }
  return heard.length === 0 ? findings : [...findings, noisy(heard[0]!)];
}

function stepsOf(
  options: WordpressOptions,
  rest: Rest,
  now: Date,
  byline: string | undefined,
): CheckStep[] {
  const makesTerms = options.categories.from !== 'none' || options.categories.always.length > 0;
  return [
    {
      what: 'account and role',
      mend: `check url, username and password (an application password, see ${PROFILE})`,
      run: () => checkAccount(options, rest),
    },
    {
      what: 'companion plugin',
      mend: 'deactivate it and activate it again',
      run: async () => judgePlugin(await pluginStatus(rest), rest),
    },
    {
      what: 'round trip with a draft',
      mend: 'check what other plugins do to new posts',
      run: () => tryDraft(rest, now),
    },
    ...(byline === undefined
      ? []
      : [
          {
            what: 'byline',
            mend: 'check site.byline',
            run: () => tryByline(rest, byline, options.username),
          },
        ]),
    ...(makesTerms
      ? [
          {
            what: 'categories',
            mend: 'check the role',
            run: () => tryCategory(rest),
          },
        ]
      : []),
    ...(options.featuredImage
      ? [{ what: 'pictures', mend: 'check the role', run: () => tryPicture(rest) }]
      : []),
  ];
}

async function judgePlugin(status: PluginStatus | undefined, rest: Rest): Promise<Verdict> {
  if (!status)
    return {
      result: 'limited',
      message: `not active (copy wordpress/newsrelay into wp-content/plugins): ${LIMITS_WITHOUT_PLUGIN.join('; ')}`,
    };
  const { version, table, locks } = status;
  const lacks = [...(table ? [] : ['its table']), ...(locks ? [] : ['database locks'])];
  if (lacks.length > 0) {
    return { result: 'failed', message: `version ${version} lacks ${lacks.join(' and ')}` };
  }
  await tryPlugin(rest);
  if (version !== PLUGIN_VERSION) {
    return { result: 'limited', message: `version ${version}; ${REPLACE_PLUGIN}` };
  }
  return { result: 'ok', message: `version ${version}` };
}

function noisy(noise: string): CheckFinding {
  const message = `another plugin prints into the site's answers: ${noise.slice(0, 200)}; deliveries read past it`;
  return { what: 'answers', result: 'limited', message };
}
