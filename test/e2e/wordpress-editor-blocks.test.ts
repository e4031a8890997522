// What editors find when they open a delivered post in the block editor of a real site, in a real browser.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../src/article-record.ts';
import { createSend } from '../../src/http/send.ts';
import { nextJob } from '../support/records/republish-job.ts';
import { type Browser, openBrowser } from '../support/site/browser.ts';
import { chromium } from '../support/site/chromium.ts';
import { png, pictureServer, siteUnderTest } from '../support/wordpress/destination-under-test.ts';
import { logIn, openInEditor, writeFirstParagraph } from '../support/wordpress/editor.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress() || (chromium ? '' : 'chromium');
if (missing !== '') console.warn(`WordPress’s editor skipped: this machine has no ${missing}`);

let wordpress: Wordpress;
let browser: Browser;
const { send, close } = createSend({ userAgent: 'newsrelay-test' });
afterAll(close);
const { job, delivered, switchPlugin, field } = siteUnderTest(() => wordpress, send);
const { fetch } = pictureServer(() => ({ status: 200, body: png(1) }));

const href = 'https://results.example/2026?a=1&b=2';
const kinds = ['p', 'h', 'h', 'li', 'li', 'li', 'li', 'li', 'quote', 'li', 'p'] as const;
/** One of each kind of block, with signs in it that markup has a use for. */
const RICH: Partial<ArticleRecord> = {
  paragraphs: kinds.map((kind, p) => ({ kind, text: `Paragraph ${p}: “Salt & <Lenses>” [1]` })),
  body: [
    {
      p: 0,
      spans: ['Paragraph 0: “Salt ', { text: '& <Lenses>', href, em: true, strong: true }, '” [1]'],
    },
    { image: 1 },
    { p: 1 },
    { p: 2, level: 3 },
    { p: 3, list: 'ul', start: true },
    { p: 4, list: 'ul', depth: 2 },
    { p: 5, list: 'ol', depth: 2 },
    { p: 6, list: 'ul' },
    { p: 7, list: 'ol', start: true },
    { p: 8, cite: 'Mara Oduya, keeper' },
    {
      table: {
        caption: 'Votes & wards',
        head: 1,
        rows: [
          ['Ward', 'Ferry'],
          ['North <pier>', '4,210'],
        ],
      },
    },
    { code: 'mv a b && kill -HUP <pid>' },
    { rule: true },
    {
      embed: {
        url: 'https://www.youtube.com/watch?v=AbCdEf12345',
        provider: 'youtube',
        title: 'The whale',
      },
    },
    {
      embed: {
        url: 'https://x.com/mara/status/19',
        provider: 'x',
        text: 'She is bigger than my bus.',
      },
    },
    { term: 'Schools' },
    { p: 9, list: 'dl' },
    { p: 10 },
  ],
  images: [
    { url: 'https://harbour.example/lead.png', alt: 'The lead' },
    {
      url: 'https://harbour.example/second.png',
      alt: 'A "fin" & more',
      caption: 'The fin <b>.',
      credit: 'Jo Park',
    },
  ],
};

const NAMES = [
  'code',
  'heading',
  'heading',
  'html',
  'image',
  'list',
  'list',
  'list',
  'list-item',
  'list-item',
  'list-item',
  'list-item',
  'list-item',
  'paragraph',
  'paragraph',
  'paragraph',
  'quote',
  'quote',
  'separator',
  'table',
].map((name) => `core/${name}`);

describe.skipIf(missing !== '')('the blocks of a delivered post', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
    browser = await openBrowser();
    await logIn(browser.tab, wordpress);
  }, 120_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await wordpress?.close();
  });

  /** The post's blocks, all of which the editor must have taken for what they are. */
  const blocksOf = async (postId: string, { hasMark = false } = {}) => {
    const blocks = await openInEditor(browser.tab, wordpress, postId);
    expect(blocks.filter(({ isValid }) => !isValid)).toEqual([]);
    expect(blocks.filter(({ isOfToday }) => !isOfToday)).toEqual([]);
    const names = blocks.map(({ name }) => name);
    // Without the plugin, the mark that says which article it is stands behind the blocks.
    const others = names.filter((name) => /freeform|missing/.test(name));
    expect(others).toEqual(hasMark ? ['core/freeform'] : []);
    return names;
  };

  test.each([{ plugin: true }, { plugin: false }])(
    'are valid in the editor after a publication, an update, an editor’s change and another config, with the plugin: $plugin',
    async ({ plugin }) => {
      await switchPlugin(plugin);
      const mark = { hasMark: !plugin };
      const first = job(RICH);
      const { remoteId, notes } = await delivered(first, { fetch });
      expect(notes.filter((note) => note.includes('picture'))).toEqual([]);
      const names = await blocksOf(remoteId, mark);
      for (const name of new Set(NAMES)) expect(names).toContain(name);

      const update = nextJob(first, 'update', {
        title: 'Changed',
        paragraphs: RICH.paragraphs!.map(({ kind, text }) => ({ kind, text: `${text} Changed.` })),
        body: RICH.body!.map((block) => ('p' in block && block.p === 0 ? { p: 0 } : block)),
      });
      await delivered(update, { fetch });
      expect(await field(remoteId, 'post_content')).toContain('Changed.');
      await blocksOf(remoteId, mark);

      await writeFirstParagraph(browser.tab, 'The desk <strong>wrote</strong> this.');
      expect(await field(remoteId, 'post_content')).toContain(
        'The desk <strong>wrote</strong> this.',
      );
      await blocksOf(remoteId, mark);
      const again = nextJob(update, 'update', {
        title: 'Changed again',
        summary: 'Another summary.',
      });
      await delivered(again, { fetch });
      const isKept = (await field(remoteId, 'post_content')).includes('The desk');
      expect(isKept).toBe(plugin);
      await blocksOf(remoteId, mark);

      const options = {
        categories: { from: 'leaves' },
        bodyImages: false,
        editorChanges: 'overwrite',
      };
      const other = nextJob(again, 'update', { title: 'By another config' });
      await delivered(other, { fetch, options });
      expect(await blocksOf(remoteId, mark)).not.toContain('core/image');
    },
    240_000,
  );

  test.each(['excerpt', 'link'] as const)(
    'of the mode %s are valid',
    async (mode) => {
      await switchPlugin(true);
      const given = job();
      const record = { ...given.record, paragraphs: [], rights: { ...given.record.rights, mode } };
      const { remoteId } = await delivered({ ...given, record } as typeof given);
      expect(await blocksOf(remoteId)).toContain('core/paragraph');
    },
    120_000,
  );
});
