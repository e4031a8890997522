import { writeFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { expect, test, vi } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { waitingJobs } from '../../support/commands/pipeline.ts';
import { loopbackHttp } from '../../support/commands/commands.ts';
import { Service, writeConfig } from '../../support/commands/service.ts';
import { OwnRedis } from '../../support/redis/own-redis.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

const stories = [1, 2].map((index) => inventedArticle(51, index));

async function world() {
  await using stack = new AsyncDisposableStack();
  const site = stack.use(await serveNewsSite());
  for (const [index, story] of stories.entries()) {
    site.pages.set(story.path, { body: articlePage(story) });
    site.pages.set(`/${index}.xml`, { type: 'text/xml', body: rssFeed(site.url, [story]) });
  }
  const redis = stack.use(await OwnRedis.start());
  const configOf = (...names: string[]) => ({
    redis: { url: redis.url },
    http: loopbackHttp(site.url),
    sources: names.map((id, index) => ({ id, name: id, feeds: [`${site.url}/${index}.xml`] })),
  });
  const config = stack.use(await writeConfig(configOf('harbour')));
  const service = stack.use(new Service(config.path, ['run']));
  await service.says('"working"');
  const jobs = async (count: number) =>
    await vi.waitFor(async () => {
      const waiting = await waitingJobs(redis.url, 'newsrelay');
      expect(waiting).toHaveLength(count);
    }, 20_000);
  await jobs(1);
  const opened = stack.move();
  return {
    service,
    jobs,
    rewrite: async (text: string | object) => {
      await writeFile(config.path, typeof text === 'string' ? text : stringify(text));
      service.child.kill('SIGHUP');
    },
    configOf,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

test('SIGHUP takes a changed config over without ending the service', async () => {
  await using at = await world();
  await at.rewrite(at.configOf('harbour', 'quay'));
  await at.service.says('reloading the config');
  await at.service.says('"sources":2');
  await at.jobs(2);
  at.service.child.kill('SIGTERM');
  expect(await at.service.exited).toEqual({ status: 0, signal: null });
});

test('a broken config is refused with its place, and the service goes on by the one before', async () => {
  await using at = await world();
  await at.rewrite('sources: [{ id: harbour, feed: x }]\n');
  await at.service.says('the new config is refused, the one before stays');
  expect(at.service.output).toMatch(/newsrelay\.yaml:1:\d+: sources\[0\]\.feed/);
  expect(at.service.output).not.toContain('reloading');
  await at.rewrite(at.configOf('harbour', 'quay'));
  await at.jobs(2);
});

test('SIGHUP ends a command that reloads nothing, as SIGTERM does', async () => {
  await using redis = await OwnRedis.prepare();
  await using config = await writeConfig({
    redis: { url: redis.url },
    sources: [{ id: 'harbour', name: 'Harbour', feeds: ['https://harbour.example/feed.xml'] }],
  });
  await using service = new Service(config.path, ['poll']);
  await service.says('waiting for Redis');
  service.child.kill('SIGHUP');
  expect(await service.exited).toEqual({ status: 1, signal: null });
});
