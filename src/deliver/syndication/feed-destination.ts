import { join } from 'node:path';
import type { FeedOptions } from '../../config/destinations.ts';
import type { RepublishJob } from '../../queue/republish-job.ts';
import { batched } from '../batched.ts';
import type { DeliveryOutcome, Destination } from '../destination.ts';
import { readIfThere, replaceFile, tryFolder } from '../whole-files.ts';
import { atomFeed } from './atom-feed.ts';
import { applyJobs, type FeedHead, type FeedWindow, readWindow } from './feed-window.ts';
import { jsonFeed } from './json-feed.ts';
import { rssFeed } from './rss-feed.ts';

/**
 * Keeps `feed.json`, `atom.xml` and `rss.xml` of the newest articles in a folder that any web server
 * can serve. `feed.json` carries the whole records and is what the next delivery starts from, so it is
 * written last. One process writes a folder.
 */
export function feedDestination(options: FeedOptions): Destination {
  const file = (name: string) => join(options.path, name);

  const deliver = batched(async (batch: { job: RepublishJob; now: Date }[]) => {
    const now = new Date(Math.max(...batch.map((item) => item.now.getTime())));
    const { window: before, damage } = readWindow(await readIfThere(file('feed.json')));
    const jobs = batch.map(({ job }) => job);
    const { window, outcomes } = applyJobs(before, jobs, { limit: options.limit, now });
    if (outcomes.some(isChange)) await write(window, now);
    return outcomes.map((outcome) => withDamage(outcome, damage));
  });

  const textsOf = (window: FeedWindow, now: Date) => {
    const head = (name: string): FeedHead => ({
      title: options.title,
      homePage: options.homePage ?? options.url,
      self: new URL(name, options.url.endsWith('/') ? options.url : `${options.url}/`).href,
    });
    return {
      'rss.xml': () => rssFeed(head('rss.xml'), window, now),
      'atom.xml': () => atomFeed(head('atom.xml'), window, now),
      'feed.json': () => jsonFeed(head('feed.json'), window),
    };
  };

  const write = async (window: FeedWindow, now: Date) => {
    for (const [name, text] of Object.entries(textsOf(window, now))) {
      // oxlint-disable-next-line no-await-in-loop -- feed.json is the last
      await replaceFile(file(name), text());
    }
  };

  return {
    name: options.name,
    deliver: (job, { now }) => deliver({ job, now: now() }),
    probe: () => tryFolder(options.path),
    async check({ now }) {
      // The service may be writing them at this moment: they are made, and not put into its place.
      const { window, damage } = readWindow(await readIfThere(file('feed.json')));
      for (const text of Object.values(textsOf(window, now()))) text();
      await tryFolder(options.path);
      const message = [options.path, ...damage].join('; ');
      const result = damage.length === 0 ? 'ok' : 'limited';
      return [{ what: 'make the three feeds', result, message }];
    },
  };
}

const isChange = ({ kind }: DeliveryOutcome) => kind === 'delivered' || kind === 'withdrawn';

/** With the first change the damage is gone from the file, so that it is told with that change. */
function withDamage(outcome: DeliveryOutcome, damage: string[]): DeliveryOutcome {
  if (damage.length === 0) return outcome;
  if (outcome.kind === 'delivered') return { ...outcome, notes: [...outcome.notes, ...damage] };
  if (outcome.kind === 'withdrawn') {
    return { ...outcome, notes: [...(outcome.notes ?? []), ...damage] };
  }
  return outcome;
}
