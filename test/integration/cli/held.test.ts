import { expect, test } from 'vitest';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { commandsBeside, loopbackHttp } from '../../support/commands/commands.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { waitingJobs } from '../../support/commands/pipeline.ts';

const [story, other] = [inventedArticle(13, 1), inventedArticle(13, 2)];
const [storyId, otherId] = [story.categories[0]!.term, other.categories[0]!.term];

async function open() {
  const site = await serveNewsSite({
    '/feed.xml': { type: 'text/xml', body: '' },
    [story.path]: { body: articlePage(story) },
    [other.path]: { body: articlePage(other) },
  });
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [story, other]) });
  const commands = await commandsBeside(site, {
    http: loopbackHttp(site.url),
    sources: [
      { id: 'harbour', name: 'Harbour', feeds: [`${site.url}/feed.xml`], minConfidence: 1 },
    ],
  });
  return {
    ...commands,
    jobs: () => waitingJobs(commands.redisUrl, 'newsrelay'),
  };
}

test('held articles are listed, shown, released and dropped', async () => {
  await using own = await open();
  const polled = await own.run(['poll']);
  expect(polled).toMatchObject({ status: 0 });
  expect(polled.out).toMatch(/held, confidence 0\.\d+ is below 1/);

  const { out: list } = await own.run(['held', 'list']);
  expect(list).toContain(storyId);
  expect(list).toContain(otherId);
  const { out: json } = await own.run(['held', 'list', '--source', 'harbour', '--json']);
  expect(JSON.parse(json)).toHaveLength(2);
  const shown = await own.run(['held', 'show', storyId]);
  expect(shown.out).toContain(story.paragraphs.join('\n\n'));
  expect(shown.out).toMatch(/held since .*: confidence/);

  expect(await own.run(['held', 'release', storyId])).toMatchObject({
    status: 0,
    out: `${storyId}: publish: ${story.title}\n`,
  });
  expect(await own.run(['held', 'drop', otherId])).toMatchObject({ status: 0 });
  expect(await own.run(['held', 'list'])).toMatchObject({ status: 0, out: 'nothing is held\n' });
  const jobs = await own.jobs();
  expect(jobs.map(({ data }) => data.record.id)).toEqual([storyId]);
});

test('an id that is not held is named, and those that are held are done all the same', async () => {
  await using own = await open();
  await own.run(['poll']);
  const { status, err } = await own.run(['held', 'release', 'no-such-id', storyId]);
  expect({ status, err }).toEqual({
    status: 1,
    err: 'no-such-id is not held; `newsrelay held list` shows what is\n',
  });
  expect(await own.jobs()).toHaveLength(1);
});

test('everything that is held, or all of a source, is released or dropped at once', async () => {
  await using own = await open();
  await own.run(['poll']);
  const waiting = await own.run(['status']);
  expect(waiting.out).toContain('2 articles wait for a person');
  expect((await own.run(['held', 'release'])).status).toBe(2);
  expect((await own.run(['held', 'release', '--source', 'nosuch'])).status).toBe(2);
  const released = await own.run(['held', 'release', '--all']);
  expect(released).toMatchObject({ status: 0 });
  expect(await own.jobs()).toHaveLength(2);
  expect(await own.run(['held', 'drop', '--source', 'harbour'])).toMatchObject({
    status: 0,
    out: 'nothing is held\n',
  });
  expect(await own.run(['status'])).toMatchObject({ status: 0 });
});
