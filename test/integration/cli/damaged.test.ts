import { Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { commandsBeside, loopbackHttp } from '../../support/commands/commands.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

const stories = [1, 2, 3].map((index) => inventedArticle(44, index));

async function open() {
  const pages = stories.map((story) => [story.path, { body: articlePage(story) }] as const);
  const site = await serveNewsSite(Object.fromEntries(pages));
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, stories) });
  const commands = await commandsBeside(site, {
    http: loopbackHttp(site.url),
    sources: [{ id: 'harbour', name: 'Harbour', feeds: [`${site.url}/feed.xml`] }],
  });
  return { ...commands, site };
}

/** Overwrites everything of ours that is kept as JSON; BullMQ's own keys are its own. */
async function damageAll(redis: Redis, damage: string): Promise<string[]> {
  const damaged: string[] = [];
  const isJson = (text: string) => /^[{[]/.test(text);
  for (const key of await redis.keys('*')) {
    if (/:(?:poll|scrape|republish)(?::|$)/.test(key)) continue;
    const type = await redis.type(key);
    if (type === 'string' && isJson((await redis.get(key)) ?? '')) {
      await redis.set(key, damage);
      damaged.push(key);
    } else if (type === 'hash') {
      for (const [field, value] of Object.entries(await redis.hgetall(key))) {
        if (!isJson(value)) continue;
        await redis.hset(key, field, damage);
        damaged.push(`${key} ${field}`);
      }
    } else if (type === 'list') {
      const values = await redis.lrange(key, 0, -1);
      for (const [index, value] of values.entries())
        if (isJson(value)) await redis.lset(key, index, damage);
      damaged.push(key);
    }
  }
  return damaged;
}

test.each(['{"cut": tr', '{"of":"another program"}', '[]'])(
  'where Redis holds %s everywhere, every list and every worker goes on, and the places are told',
  async (damage) => {
    await using own = await open();
    await own.run(['poll']);
    const { out } = await own.run(['articles', '--json']);
    const [{ id } = { id: '' }] = JSON.parse(out) as { id: string }[];
    const redis = new Redis(own.redisUrl.replace(/^redis\+unix:\/\/|^unix:\/\//, ''));
    const damaged = await damageAll(redis, damage);
    expect(damaged.length).toBeGreaterThan(8);
    for (const args of [
      ['status'],
      ['articles'],
      ['explain', id],
      ['held', 'list'],
      ['quarantine', 'list'],
      ['takedown', '--list'],
      ['poll', '--force'],
      ['status', '--json'],
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one command after the other
      const { status, err } = await own.run(args);
      expect([args.join(' '), status, err.split('\n').slice(0, 3)]).toEqual([
        args.join(' '),
        expect.toSatisfy((code: number) => code < 2),
        expect.not.arrayContaining([expect.stringMatching(/ZodError|SyntaxError|^\s+at /)]),
      ]);
    }
    const { needs } = JSON.parse((await own.run(['status', '--json'])).out) as {
      needs: { kind: string; subject: string }[];
    };
    const told = needs.filter(({ kind }) => kind === 'damaged').map(({ subject }) => subject);
    expect(told.length).toBeGreaterThan(0);
    for (const place of told) expect(damaged).toContain(place);
    await redis.quit();
  },
);

test('a job given up whose hash is cut is listed as damaged with its key, beside the others', async () => {
  await using own = await open();
  own.site.pages.set('/feed.xml', { type: 'text/html', body: '<title>Sign in</title>' });
  own.site.pages.delete(stories[0]!.path);
  await own.run(['poll']);
  const redis = new Redis(own.redisUrl.replace(/^redis\+unix:\/\/|^unix:\/\//, ''));
  const queue = 'newsrelay:scrape';
  await redis.hset(`${queue}:sound`, { name: 'visit', data: '{"sourceId":"harbour"}', opts: '{}' });
  await redis.hset(`${queue}:cut`, { name: 'visit', data: '{"sourceId":"har', opts: '{}' });
  await redis.zadd(`${queue}:failed`, 1, 'sound', 2, 'cut');
  const { status, out } = await own.run(['quarantine', 'list', '--json']);
  expect(status).toBeLessThan(2);
  const jobs = JSON.parse(out) as { ref: string; reason: string }[];
  expect(jobs.map(({ ref }) => ref).toSorted()).toEqual(['scrape/cut', 'scrape/sound']);
  expect(jobs.find(({ ref }) => ref === 'scrape/cut')?.reason).toMatch(
    /newsrelay:scrape:cut is damaged/,
  );
  expect((await own.run(['status'])).err).not.toMatch(/SyntaxError/);
  expect(await own.run(['quarantine', 'drop', 'scrape/cut'])).toMatchObject({ status: 0 });
  expect(await redis.exists(`${queue}:cut`)).toBe(0);
  await redis.quit();
});
