import { load } from 'cheerio';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../src/article-record.ts';
import { createSend } from '../../src/http/send.ts';
import { articleRecord } from '../support/records/article-record.ts';
import { nextJob } from '../support/records/republish-job.ts';
import { png, pictureServer, siteUnderTest } from '../support/wordpress/destination-under-test.ts';
import {
  missingForWordpress,
  startWordpress,
  type Wordpress,
} from '../support/wordpress/start-wordpress.ts';

const missing = missingForWordpress();
if (missing !== '') console.warn(`WordPress pages skipped: this machine has no ${missing}`);

let wordpress: Wordpress;
const { send, close } = createSend({ userAgent: 'newsrelay-test' });
afterAll(close);
const { job, deliver, delivered, php } = siteUnderTest(() => wordpress, send);

async function read(path: string) {
  const { status, headers, body } = await send({
    method: 'GET',
    url: wordpress.url + path,
    timeoutMs: 20_000,
  });
  const html = Buffer.from(body).toString('utf8');
  return { status, headers, html, $: load(html) };
}
/** The page at a post's own address. */
const pageAt = async (remoteId: string) => {
  const address = await php(`echo get_permalink(${remoteId});`);
  return { address, ...(await read(new URL(address).pathname)) };
};

const RIGHTS = articleRecord().rights;
const inMode = (mode: 'excerpt' | 'link', changes: Partial<ArticleRecord> = {}) =>
  job({ rights: { ...RIGHTS, mode }, ...changes });
const flagged = (...names: string[]) => ({
  ...articleRecord().flags,
  ...Object.fromEntries(names.map((name) => [name, true])),
});
const licensed = (basis: string, reference = 'x') => ({
  rights: { ...RIGHTS, licence: { basis, reference } },
});

describe.skipIf(missing !== '')('the page of a delivered article', () => {
  beforeAll(async () => {
    wordpress = await startWordpress();
  });
  afterEach(() => wordpress?.meddle(''));
  afterAll(() => wordpress?.close());

  test('names writers, source and times above the text, and where it was first published below', async () => {
    const given = job({
      authors: [{ name: 'Nora Beck' }, { name: 'Jo Park' }],
      publishedAt: '2026-11-20T21:30:00.000Z',
      modifiedAt: '2026-11-21T02:00:00.000Z',
      language: 'en',
      ...licensed('agreement'),
    });
    const { $ } = await pageAt((await delivered(given)).remoteId);
    const byline = $('.newsrelay-byline').text();
    expect(byline).toContain('By Nora Beck and Jo Park');
    expect(byline).toContain('Harbour Post');
    // Of the site's zone, Asia/Manila.
    expect(byline).toContain('November 21, 2026, 5:30 am');
    expect(byline).toContain('updated November 21, 2026, 10:00 am');
    const attribution = $('.newsrelay-attribution');
    expect(attribution.text()).toMatch(/first published by Harbour Post.*with permission/);
    expect(attribution.find('a').attr('rel')).toBeUndefined();
    expect($('.newsrelay-attribution')).toHaveLength(1);
    expect($('body').text()).not.toContain('mfnnews');
  });

  test('links the text of a Creative Commons licence', async () => {
    const { $ } = await pageAt((await delivered(job(licensed('CC BY-SA 4.0')))).remoteId);
    const link = $('.newsrelay-attribution a[rel=license]');
    expect([link.text(), link.attr('href')]).toEqual([
      'CC BY-SA 4.0',
      'https://creativecommons.org/licenses/by-sa/4.0/',
    ]);
  });

  test('prints corrections in a box below the text', async () => {
    const corrections = [
      { text: 'Correction: it was <July>, not June.', at: '2026-11-20T10:00:00.000Z' },
    ];
    const { $ } = await pageAt((await delivered(job({ corrections }))).remoteId);
    const box = $('.newsrelay-text ~ .newsrelay-corrections').text();
    expect(box).toContain('Correction: it was <July>, not June.');
    expect(box).toContain('November 20, 2026');
  });

  test.each([
    ['excerpt', 'Continue reading at Harbour Post →'],
    ['link', 'Read the story at Harbour Post →'],
  ] as const)('in mode %s leads on to the source', async (mode, words) => {
    const given = inMode(mode);
    const { $ } = await pageAt((await delivered(given)).remoteId);
    const link = $('.newsrelay-attribution a');
    expect([link.text(), link.attr('href')]).toEqual([words, given.record.canonicalUrl]);
  });

  test('labels what was paid for, what is an opinion and what still changes', async () => {
    const given = job({ flags: flagged('sponsored', 'live') });
    const { $ } = await pageAt((await delivered(given)).remoteId);
    const labels = $('.newsrelay-label').toArray();
    expect(labels.map((label) => $(label).text())).toEqual(['Sponsored', 'Live at the source']);
    expect($('.newsrelay-attribution a').attr('rel')).toBe('sponsored');
    const home = await read('/');
    expect(home.$('.newsrelay-label').text()).toContain('Sponsored');
  });

  test.each([
    ['ar', 'rtl', 'ميناء جديد في المدينة'],
    ['he-IL', 'rtl', 'נמל חדש בעיר'],
    ['ku-Arab', 'rtl', 'بەندەرێکی نوێ'],
    ['ks-Deva', 'ltr', 'नया बंदरगाह'],
    ['th', 'ltr', 'ท่าเรือใหม่ในเมือง'],
    ['zh-Hant', 'ltr', '城市的新港口'],
  ])('in %s reads %s, headline, text and excerpt', async (language, direction, title) => {
    const given = job({
      language,
      title,
      summary: title,
      paragraphs: [{ kind: 'p', text: title }],
    });
    const { remoteId } = await delivered(given);
    const { $ } = await pageAt(remoteId);
    for (const selector of ['h1', '.newsrelay-text']) {
      expect([$(selector).attr('lang'), $(selector).attr('dir')]).toEqual([language, direction]);
    }
    expect(decodeURIComponent(await php(`echo get_post(${remoteId})->post_name;`))).toMatch(
      new RegExp(`^${title.split(' ')[0]}`),
    );
  });

  test('a classic theme gets the same words', async () => {
    await wordpress.meddle(
      `add_filter('template_include', function () { $file = sys_get_temp_dir() . '/newsrelay-classic-' . getmypid() . '.php'; file_put_contents($file, '<html><head><?php wp_head(); ?></head><body><?php while (have_posts()) { the_post(); the_title("<h1>", "</h1>"); the_post_thumbnail(); the_content(); echo "<i>", get_the_author(), "</i>"; } ?></body></html>'); return $file; }); add_filter('theme_file_path', fn($path, $file = '') => 'templates/index.html' === $file ? '/nowhere' : $path, 10, 2);`,
    );
    const given = job({ language: 'ar', title: 'ميناء', flags: flagged('opinion') });
    const { $ } = await pageAt((await delivered(given)).remoteId);
    expect(
      $('h1').find('[dir=rtl]').text().length + ($('h1').attr('dir') ?? '').length,
    ).toBeGreaterThan(0);
    expect($('.newsrelay-text').attr('dir')).toBe('rtl');
    expect($('i').text()).toBe(given.record.authors.map(({ name }) => name).join(' and '));
  });

  test('pictures bear the words of each article that shows them', async () => {
    const { fetch } = pictureServer(() => ({ status: 200, body: png(1) }));
    const image = (words: string) => [
      {
        url: 'https://harbour.example/quay.png',
        alt: `Alt ${words}`,
        caption: `Caption ${words} <b>`,
        credit: `Jo ${words}`,
      },
    ];
    const one = await delivered(job({ images: image('one') }), { fetch });
    const two = await delivered(job({ images: image('two') }), { fetch });
    for (const [remoteId, words] of [
      [one.remoteId, 'one'],
      [two.remoteId, 'two'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- two
      const { $ } = await pageAt(remoteId);
      expect($('.wp-post-image').attr('alt')).toBe(`Alt ${words}`);
      expect($('.newsrelay-caption').text()).toBe(`Caption ${words} <b> · Photo: Jo ${words}`);
    }
    const picture = await php(`echo get_post_thumbnail_id(${two.remoteId});`);
    expect(await php(`echo get_post(${picture})->post_parent;`)).toBe(one.remoteId);
  });

  test('asks nothing of the publisher: no pingback, no enclosures, no comments', async () => {
    const { remoteId } = await delivered(job());
    await php(`wp_update_post(['ID' => ${remoteId}, 'post_title' => 'Saved by an editor']);`);
    const left = await php(
      `global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->postmeta WHERE meta_key IN ('_pingme', '_encloseme', '_trackbackme')");`,
    );
    expect(left).toBe('0');
    expect(
      await php(`$p = get_post(${remoteId}); echo $p->comment_status, ' ', $p->ping_status;`),
    ).toBe('closed closed');
    const own = await php(
      `echo wp_insert_post(['post_title' => 'Own', 'post_content' => 'x', 'post_status' => 'publish']);`,
    );
    expect(await php(`echo count(get_post_meta(${own}, '_pingme'));`)).toBe('1');
  });

  describe('the address of a withdrawn article', () => {
    const setting = (withdrawn: string) =>
      php(`update_option('newsrelay_settings', ['withdrawn' => '${withdrawn}']);`);
    afterEach(() => setting('410'));

    test.each([
      ['410', 410, 'no longer available'],
      ['note', 410, 'withdrawn by Harbour Post'],
      ['404', 404, ''],
    ])('by the setting %s answers %i', async (choice, status, words) => {
      await setting(choice);
      const given = job();
      const { address } = await pageAt((await delivered(given)).remoteId);
      const outcome = await deliver(nextJob(given, 'withdraw'));
      expect(outcome.kind).toBe('withdrawn');
      const page = await read(new URL(address).pathname);
      expect(page.status).toBe(status);
      expect(page.html).toContain(words);
      const again = nextJob(nextJob(given, 'withdraw'), 'publish');
      await delivered(again);
      expect((await read(new URL(address).pathname)).status).toBe(200);
    });

    test('of a takedown tells nothing, and leaves no word of the title', async () => {
      await setting('note');
      const given = job({ title: 'Embarrassing matter of a person' });
      const { remoteId } = await delivered(given);
      const { address } = await pageAt(remoteId);
      const gone = nextJob(given, 'withdraw');
      const { title: _title, ...record } = gone.record;
      await deliver({
        ...gone,
        action: 'withdraw',
        reason: { code: 'takedown' },
        record: { ...record, images: [], paragraphs: [], authors: [] },
      });
      const page = await read(new URL(address).pathname);
      expect([page.status, page.html.includes('Harbour Post')]).toEqual([410, false]);
      const left = await php(
        `global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->posts LEFT JOIN $wpdb->postmeta ON post_id = ID WHERE post_title LIKE '%Embarrassing%' OR post_name LIKE '%embarrassing%' OR meta_value LIKE '%mbarrassing%'");`,
      );
      expect(left).toBe('0');
    });
  });

  describe('to machines', () => {
    const head = ($: ReturnType<typeof load>) => ({
      canonical: $('link[rel=canonical]').attr('href'),
      robots: $('meta[name=robots]').attr('content') ?? '',
      description: $('meta[name=description]').attr('content'),
      type: $('meta[property="og:type"]').attr('content'),
    });

    test('says whose article it is, in JSON-LD and Open Graph that read back', async () => {
      const given = job({ title: 'Tom & "Jerry" </script> row', language: 'en' });
      const { $ } = await pageAt((await delivered(given)).remoteId);
      const data = JSON.parse($('script[type="application/ld+json"]').first().text());
      expect(data).toMatchObject({
        '@type': 'NewsArticle',
        headline: given.record.title,
        isBasedOn: given.record.canonicalUrl,
        publisher: { name: 'Harbour Post' },
        inLanguage: 'en',
      });
      expect(head($)).toMatchObject({ description: given.record.summary, type: 'article' });
      expect($('meta[property="og:title"]').attr('content')).toBe(given.record.title);
    });

    test.each([
      ['Yoast SEO', 'WPSEO_VERSION', 'wpseo_canonical'],
      ['All in One SEO', 'AIOSEO_VERSION', 'aioseo_canonical_url'],
      ['Rank Math', 'RANK_MATH_VERSION', 'rank_math/frontend/canonical'],
      ['SEOPress', 'SEOPRESS_VERSION', 'seopress_titles_canonical'],
    ])(
      'beside %s leaves the head to it, with the original as canonical',
      async (_name, version, filter) => {
        const { remoteId } = await delivered(job());
        await wordpress.meddle(
          `define('${version}', '1'); remove_action('wp_head', 'rel_canonical'); add_action('wp_head', function () { if (!is_singular()) return; echo '<link rel="canonical" href="', apply_filters('${filter}', get_permalink()), '">'; });`,
        );
        const { $, headers } = await pageAt(remoteId);
        expect(head($).canonical).toBe('https://harbour.example/world/ferry-line');
        expect(head($).type).toBeUndefined();
        expect(headers['x-robots-tag']).toContain('noindex');
      },
    );

    test.each([
      ['never', 'own content', true],
      ['own', 'own content', false],
      ['own', 'agreement', true],
      ['always', 'agreement', false],
    ])(
      'index: %s with the basis "%s" keeps it out of search engines: %s',
      async (index, basis, isOut) => {
        const given = job(licensed(basis));
        const { remoteId } = await delivered(given, { options: { index } });
        const { $, address, headers } = await pageAt(remoteId);
        expect(head($).robots.includes('noindex')).toBe(isOut);
        expect((headers['x-robots-tag'] ?? '').includes('noindex')).toBe(isOut);
        const sitemap = await read('/wp-sitemap-posts-post-1.xml');
        expect(sitemap.html.includes(address)).toBe(!isOut);
      },
    );

    test('the sitemap of categories names none of ids and paths', async () => {
      await delivered(job({ taxonomy: ['harbour/ships'] }));
      const { html } = await read('/wp-sitemap-taxonomies-category-1.xml');
      expect(html).toContain('<urlset');
      expect(html).not.toMatch(/harbour-?ships|0000-5000-8000/);
    });

    test('the site’s own feed names source and writers, and holds the summary alone unless told', async () => {
      const given = job({ title: 'In the feed', authors: [{ name: 'Nora Beck' }] });
      await delivered(given);
      const item = async () => {
        const { html } = await read('/?feed=rss2');
        const $ = load(html, { xml: true });
        return $('item').filter(
          (_, element) => $(element).find('title').first().text() === 'In the feed',
        );
      };
      const short = await item();
      expect(short.find('source').attr('url')).toBe(given.record.canonicalUrl);
      expect(short.find(String.raw`dc\:creator`).text()).toBe('Nora Beck');
      const whole = given.record.paragraphs.at(-1)!.text.slice(0, 30);
      expect(short.text()).not.toContain(whole);
      await php(`update_option('newsrelay_settings', ['feed' => 'full']);`);
      expect((await item()).find(String.raw`content\:encoded`).text()).toContain(
        'newsrelay-credit',
      );
      await php(`delete_option('newsrelay_settings');`);
      expect((await read('/?feed=rss2')).html).not.toMatch(/<!-- newsrelay/);
    });
  });

  test('the plugin caused no notice of PHP', async () => {
    const told = await wordpress.complaints();
    expect(told.split('\n').filter((line) => line.includes('plugins/newsrelay'))).toEqual([]);
  });
});
