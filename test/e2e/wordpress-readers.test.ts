// What readers see of delivered posts in a real browser, on a desk and on a telephone.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSend } from '../../src/http/send.ts';
import { type Browser, openBrowser } from '../support/site/browser.ts';
import { chromium } from '../support/site/chromium.ts';
import { siteUnderTest } from '../support/wordpress/destination-under-test.ts';
import { deliverScenes, SIZES } from '../support/wordpress/scenes.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress() || (chromium ? '' : 'chromium');
if (missing !== '') console.warn(`WordPress’s readers skipped: this machine has no ${missing}`);

/** What each page must let its reader see, in its own words. */
const SHOWN: Record<string, string[]> = {
  full: ['By Lee Quay', 'Harbour Post', 'Photo: Jo Park', 'republished under CC BY 4.0'],
  excerpt: ['By Lee Quay', 'Continue reading at Harbour Post →'],
  link: ['By Lee Quay', 'Read the story at Harbour Post →'],
  sponsored: ['Sponsored', 'By Lee Quay'],
  arabic: ['العمدة متمسك بخط العبّارة', 'first published by Harbour Post'],
  thai: ['นายกเทศมนตรียืนยันเดินเรือข้ามฟากต่อ', 'first published by Harbour Post'],
  category: ['World', 'School bus to run on chip fat', 'Harbour dues to rise in spring'],
  front: ['Sponsored', 'Seven walks along the coast'],
  search: ['ferry', 'School bus to run on chip fat'],
};

describe.skipIf(missing !== '')('a reader of a site with delivered posts', () => {
  let wordpress: Wordpress;
  let browser: Browser;
  let pages: Record<string, string>;
  const { send, close } = createSend({ userAgent: 'newsrelay-test' });

  beforeAll(async () => {
    wordpress = await startWordpress();
    browser = await openBrowser();
    ({ pages } = await deliverScenes(siteUnderTest(() => wordpress, send)));
  }, 120_000);
  afterAll(async () => {
    await browser?.[Symbol.asyncDispose]();
    await wordpress?.close();
    await close();
  });

  const rows = Object.entries(SHOWN).flatMap(([name, words]) =>
    SIZES.map((size) => ({ name, words, ...size })),
  );
  test.each(rows)('sees all of $name at $width pixels, without sideways scrolling', async (row) => {
    const { tab } = browser;
    await tab.open(wordpress.url + pages[row.name]!);
    const picture = await tab.picture(row, async () => {
      const width = await tab.evaluate<number>('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(row.width);
      const text = (await tab.evaluate<string>('document.body.innerText')).toLowerCase();
      for (const words of row.words) expect(text).toContain(words.toLowerCase());
    });
    expect(picture.subarray(8, 12).toString()).toBe('WEBP');
  });

  test('reads a caption that nothing covers', async () => {
    const { tab } = browser;
    await tab.open(wordpress.url + pages['full']!);
    const covering = `(() => { const caption = document.querySelector('.newsrelay-caption'); caption.scrollIntoView({ block: 'center' }); const { left, top, height } = caption.getBoundingClientRect(); const seen = document.elementFromPoint(left + 4, top + height / 2); return caption.contains(seen) ? 'nothing' : seen.className; })()`;
    expect(await tab.evaluate(covering)).toBe('nothing');
  });

  test.each([
    ['arabic', 'ar', 'rtl', 'right'],
    ['thai', 'th', 'ltr', 'left'],
  ])('reads %s in its direction, from its side', async (name, language, direction, side) => {
    const { tab } = browser;
    await tab.open(wordpress.url + pages[name]!);
    const set = await tab.evaluate(
      `['h1', '.newsrelay-text'].map((which) => { const element = document.querySelector(which); const { direction, textAlign } = getComputedStyle(element); return [element.lang, direction, { start: direction === 'rtl' ? 'right' : 'left', '-webkit-auto': direction === 'rtl' ? 'right' : 'left' }[textAlign] ?? textAlign]; })`,
    );
    expect(set).toEqual([
      [language, direction, side],
      [language, direction, side],
    ]);
  });
});
