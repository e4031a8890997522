import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveWeb, type WebServer } from '../../../src/web/web-server.ts';
import {
  openTestPipeline,
  testConfig,
  type TestPipeline,
} from '../../support/commands/pipeline.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { openBrowser, type Browser, type View } from '../../support/site/browser.ts';
import { chromium } from '../../support/site/chromium.ts';
import { serveNewsSite, type NewsSite } from '../../support/site/news-site.ts';

const { url, prefix } = testRedis();
const READABLE = 4.5;

let site: NewsSite;
let own: TestPipeline;
let page: WebServer;
let browser: Browser;
let articleId: string;

const word = 'Hafenmeistereiverwaltungsgebäudeeröffnung'.repeat(4);
const story = { ...inventedArticle(941, 1), title: `${word} — ${word}` };

/** How wide the page is, and the worst contrast of its texts with what lies under them (WCAG 2.2, 1.4.3). */
const LOOK = `(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).slice(0, 3).map((c) => {
      const part = c / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const under = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((parts(colour)[3] ?? 1) === 1) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const texts = [...document.body.querySelectorAll('*')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''));
  const contrasts = texts.map((element) => {
    const [a, b] = [getComputedStyle(element).color, under(element)].map(light).sort((x, y) => y - x);
    return { text: element.textContent.trim().slice(0, 40), contrast: (a + 0.05) / (b + 0.05) };
  });
  contrasts.sort((a, b) => a.contrast - b.contrast);
  return {
    // Tables that are too wide scroll by themselves.
    wide: [...document.body.querySelectorAll('*')]
      .filter((element) => !element.closest('.scroll, pre'))
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 80)),
    ground: getComputedStyle(document.body).backgroundColor,
    texts: texts.length,
    worst: contrasts[0],
  };
})()`;

interface Look {
  /** What goes over the right edge. */
  wide: string[];
  ground: string;
  texts: number;
  worst: { text: string; contrast: number };
}

describe.skipIf(!chromium)('in a browser without scripts', () => {
  beforeAll(async () => {
    site = await serveNewsSite({ [story.path]: { body: articlePage(story) } });
    site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [story]) });
    const long = `/${'a-long-way-to-the-feed'.repeat(6)}.xml`;
    site.pages.set(long, { status: 503, body: 'down' });
    const sources = [
      { id: 'harbour', feeds: [`${site.url}/feed.xml`], name: word },
      { id: 'broken', feeds: [site.url + long] },
    ];
    own = await openTestPipeline(sources, { url, prefix });
    await own.poll();
    articleId = (await own.open.pipeline.health.recent.idsOf('harbour'))[0]!.id;
    const options = { listen: '127.0.0.1:0', token: 'a-token-of-twenty-two' };
    const config = testConfig(sources, prefix);
    const { pipeline } = own.open;
    page = await serveWeb({ options, config, pipeline, faults: () => Promise.resolve([]) });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await page?.[Symbol.asyncDispose]();
    await own?.[Symbol.asyncDispose]();
    await site?.[Symbol.asyncDispose]();
  });

  const views: View[] = [360, 1_280].flatMap((width) => [
    { width, scheme: 'light' as const },
    { width, scheme: 'dark' as const },
  ]);
  const paths = () => [
    '/',
    '/articles?q=a',
    '/jobs',
    '/source/harbour',
    '/source/broken',
    `/article/${articleId}`,
    '/login',
  ];

  test.each(views)(
    'every page fits a width of $width, and is readable in $scheme',
    async (view) => {
      const { tab } = browser;
      await tab.look(view);
      for (const path of paths()) {
        await tab.open(new URL(path, page.url).href);
        const look = await tab.evaluate<Look>(LOOK);
        expect([path, look.wide]).toEqual([path, []]);
        expect(look.texts).toBeGreaterThan(3);
        const { text, contrast } = look.worst;
        expect(contrast, `${path}: “${text}”`).toBeGreaterThanOrEqual(READABLE);
        const isDark = look.ground === 'rgb(13, 17, 23)';
        expect(isDark).toBe(view.scheme === 'dark');
      }
    },
    300_000,
  );
});
