// A withdrawal of every kind, from the relay to everybody who shows the article.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { pushDestinations } from '../../src/cli/destinations.ts';
import { destinationSchema } from '../../src/config/schema.ts';
import { createSend } from '../../src/http/send.ts';
import { takeDown } from '../../src/operations/takedown.ts';
import { withdrawArticle } from '../../src/processors/republish/withdraw.ts';
import { writeSeedText } from '../../src/record/seed-format.ts';
import { withdrawReasonSchema } from '../../src/withdraw-reason.ts';
import { openTestPipeline, type TestPipeline } from '../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../support/records/articles.ts';
import { testRedis } from '../support/redis/redis.ts';
import { serveNewsSite } from '../support/site/news-site.ts';
import { startReceiver } from '../support/site/receiver.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress();
if (missing !== '') console.warn(`WordPress withdrawals skipped: this machine has no ${missing}`);

const redis = testRedis();
const codes = withdrawReasonSchema.shape.code.options;
const articles = codes.map((_code, number) => inventedArticle(61, number + 1));

/** What an editor reads in the list of posts. */
const WORDS: Record<(typeof codes)[number], string> = {
  takedown: 'taken down',
  gone: 'gone at its source (because of gone)',
  noindex: 'its publisher wants no copies (because of noindex)',
  notice: 'its publisher withdrew it (because of notice)',
  expired: "its publisher's date has passed (because of expired)",
  rights: 'it may no longer be shown (because of rights)',
};

describe.skipIf(missing !== '')('a withdrawal, by reason', () => {
  let wordpress: Wordpress;
  let pipeline: TestPipeline;
  const closing = new AsyncDisposableStack();
  const heard: { action: string; reason?: object; record: { id: string } }[] = [];
  let folder: string;

  beforeAll(async () => {
    wordpress = await startWordpress();
    closing.defer(() => wordpress.close());
    const site = closing.use(await serveNewsSite());
    const receiver = await startReceiver((request) => {
      heard.push(JSON.parse(String(request.body)));
      return { status: 204 };
    });
    closing.defer(() => receiver.close());
    folder = await mkdtemp(join(tmpdir(), 'newsrelay-withdrawals-'));
    closing.defer(() => rm(folder, { recursive: true, force: true }));
    const { send, close } = createSend({ userAgent: 'newsrelay-test' });
    closing.defer(close);
    const destinations = [
      {
        type: 'webhook',
        name: 'hook',
        url: receiver.url,
        secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
      },
      { type: 'directory', name: 'files', path: folder },
      { type: 'wordpress', name: 'blog', url: wordpress.url, ...wordpress.accounts.publisher },
    ].map((options) => destinationSchema.parse(options));
    site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, articles) });
    for (const one of articles) site.pages.set(one.path, { body: articlePage(one) });
    const tools = { send, renderText: writeSeedText };
    pipeline = closing.use(
      await openTestPipeline([{ id: 'harbour', feeds: [`${site.url}/feed.xml`] }], redis, {
        destinations,
        pushes: pushDestinations({ destinations, baseDir: folder }, tools as never),
      }),
    );
    await pipeline.poll();
  }, 120_000);
  afterAll(() => closing.disposeAsync());

  const idOf = async (title: string) =>
    (await pipeline.jobs()).find(({ data }) => data.record.title === title)!.data.record.id;
  const inWordpress = (code: string) => wordpress.php(code);
  const postOf = (id: string) =>
    inWordpress(`echo (int) (Newsrelay\\find_article('${id}')->post_id ?? 0);`);

  test.each(codes.map((code, at) => [code, articles[at]!] as const))(
    '%s reaches queue, webhook, directory and WordPress',
    async (code, { title }) => {
      const id = await idOf(title);
      const slow = { timeout: 60_000, interval: 200 };
      await vi.waitFor(async () => expect(await postOf(id)).not.toBe('0'), slow);
      const post = await postOf(id);
      const address = await inWordpress(`echo get_permalink(${post});`);

      const { pipeline: own } = pipeline.open;
      const text = `because of ${code}`;
      await (code === 'takedown'
        ? takeDown({ articleId: id, names: [id] }, text, own)
        : withdrawArticle(id, { code, text }, own));
      const told = { action: 'withdraw', reason: { code, text: expect.stringContaining(text) } };

      const queued = (await pipeline.jobs()).map(({ data }) => data);
      expect(queued.filter(({ record }) => record.id === id).at(-1)).toMatchObject(told);
      await vi.waitFor(async () => {
        const state = await inWordpress(`echo Newsrelay\\state_of(${post});`);
        expect(state).toBe(`withdrawn: ${WORDS[code]}`);
        expect(heard.filter(({ record }) => record.id === id).at(-1)).toMatchObject(told);
        const kept = JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8'));
        expect(kept).toMatchObject(told);
      }, slow);
      expect(await inWordpress(`echo Newsrelay\\notice_of(${post});`)).toContain(WORDS[code]);
      const page = await fetch(address);
      const html = await page.text();
      expect(page.status).toBe(410);
      expect(html).toContain('This article is no longer available.');
      expect(html).not.toContain('because of');
      await inWordpress(`update_option('newsrelay_settings', ['withdrawn' => 'note']);`);
      const note = await (await fetch(address)).text();
      await inWordpress(`delete_option('newsrelay_settings');`);
      const isPublishersDoing = code === 'gone' || code === 'notice';
      expect(note.includes('was withdrawn by')).toBe(isPublishersDoing);
    },
    120_000,
  );
});
