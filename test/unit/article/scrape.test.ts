import { describe, expect, test } from 'vitest';
import { scrapeArticle } from '../../../src/article/scrape.ts';
import { lines, scraped } from './page-fixture.ts';

const FIRST =
  'p The council of Port Else met for six hours on Tuesday and left the question of the breakwater open once more.';
const SECOND =
  'p Ada Mole, the mayor, said that nobody in the room had expected anything else, and thanked the clerk for the soup.';
const THIRD =
  'p A second reading is planned for the spring, when the fishing fleet is home and can send somebody to speak for it.';

const CHANNEL_URL = 'https://www.channel.example/world/harbour-town-votes-breakwater';
const channel = (options = {}) =>
  scraped('channel-story-with-promos', { url: CHANNEL_URL, ...options });
const CHANNEL_BODY = [
  'p PORT ELSE, Northland (AP) — People of this harbour town said "yes" by a wide margin on Tuesday to a breakwater that will cost more than the town\'s whole budget.',
  'p The mayor, Ada Mole, said it was the only vote she had won without a speech, and thanked the storm for making it.',
  'h WHO PAYS',
  'p Three quarters of the money comes from the region, and the rest from a levy on berths that starts next year.',
  'li Small boats pay nothing for the first two years.',
  'li Ferries pay by the passenger.',
];

describe('a story with promos, captions and a credit', () => {
  test('gives exactly its paragraphs, without rules', () => {
    expect(lines(channel())).toEqual(CHANNEL_BODY);
  });

  test('gives the same under a body rule', () => {
    const article = channel({ rules: { body: '.article-body', dropLinkOnlyBlocks: true } });
    expect(lines(article)).toEqual(CHANNEL_BODY);
    expect(article.paragraphs.from).toBe('rule');
    expect(article.unmatchedRules).toEqual([]);
  });

  test('keeps the credit apart', () => {
    expect(channel().credit?.value).toEqual({
      text: "Example Channel's Cy Dow and The Associated Press contributed to this report.",
      people: ['Cy Dow'],
      organizations: ['Example Channel', 'Associated Press'],
    });
  });

  test('fills the fields the page states', () => {
    expect(channel()).toMatchObject({
      title: { value: 'Harbour town votes on new breakwater' },
      subtitle: { value: 'Storm damage last winter settled the matter for many' },
      publishedAt: { value: '2026-03-04T08:15:00-05:00', from: 'jsonld' },
      modifiedAt: { value: '2026-03-04T09:00:00-05:00' },
      authors: { value: [{ name: 'Ann Lee' }], from: 'jsonld' },
      originator: { value: 'Associated Press', from: 'meta' },
      publisherName: { value: 'Example Channel' },
      channel: { value: 'exc' },
      nativeId: { value: '6f1ed002-ab5f-5c8d-9b46-0a1c7c3a2f11' },
      taxonomyPaths: {
        value: [
          'example-channel/world/personalities/ada-mole',
          'example-channel/world/world-regions/northland',
        ],
      },
      dateline: { value: 'PORT ELSE, Northland (AP)' },
      language: { value: 'en' },
      canonicalUrl: { value: CHANNEL_URL },
      flags: { gated: true, live: false, opinion: false, sponsored: false, developing: false },
    });
  });
});

describe('source rules', () => {
  test('a rule that matches nothing falls back, and says so', () => {
    const article = channel({ rules: { body: '.gone', title: '.gone-too' } });
    expect(lines(article)).toEqual(CHANNEL_BODY);
    expect(article.paragraphs.from).toBe('text');
    expect(article.title?.value).toBe('Harbour town votes on new breakwater');
    expect(article.unmatchedRules).toEqual(['body', 'title']);
  });

  test('an older layout has its own rules until its day', () => {
    const rules = {
      body: '.new-body',
      versions: [{ until: '2020-01-01', body: '.old-body' }],
    };
    expect(lines(scraped('old-layout', { rules }))).toEqual([FIRST, SECOND]);
  });

  test('removed elements are gone before anything is read', () => {
    const article = scraped('lists-quotes-and-subheads', {
      rules: { remove: ['blockquote', 'ul'] },
    });
    expect(lines(article).join('\n')).not.toMatch(/^(?:quote|li) /m);
  });

  test('link-only blocks stay where the rule asks for them', () => {
    const article = channel({ rules: { body: '.article-body', dropLinkOnlyBlocks: false } });
    expect(lines(article)).toContain('p FISHING FLEET STAYS IN PORT FOR A THIRD WEEK');
  });

  test('a selector that cannot be run matches nothing', () => {
    const article = scraped('paragraphs-in-divs', { rules: { body: 'p:no-such-thing' } });
    expect(lines(article)).toEqual([FIRST, SECOND, THIRD]);
    expect(article.unmatchedRules).toEqual(['body']);
  });
});

describe('the body', () => {
  test.each([
    ['paragraphs-parted-by-line-breaks', [FIRST, SECOND, THIRD]],
    ['paragraphs-in-divs', [FIRST, SECOND, THIRD]],
    ['comments-longer-than-the-article', [FIRST, SECOND]],
    ['data-table-and-layout-table', [FIRST, SECOND, THIRD]],
    ['text-only-in-structured-data', [FIRST, SECOND, THIRD]],
    ['text-only-in-embedded-state', [FIRST, SECOND, THIRD]],
  ])('%s', (name, expected) => {
    expect(lines(scraped(name))).toEqual(expected);
  });

  test('ends where the next story on the page begins', () => {
    const text = lines(scraped('several-stories-on-one-page')).join('\n');
    expect(text).toContain('she would say so in the minutes');
    expect(text).not.toContain('keeper of the lighthouse');
  });

  test('keeps lists, quotes and subheads, and drops headings of link lists', () => {
    expect(lines(scraped('lists-quotes-and-subheads'))).toEqual([
      FIRST,
      'h What was said',
      'quote I did not come here for the soup, but I will not say that it was no help.',
      'li The breakwater waits.',
      'li The soup is gone.',
      'h What comes next',
      THIRD,
    ]);
  });

  test('opens with a standfirst that is a sentence', () => {
    const article = scraped('standfirst-in-sentences');
    expect(lines(article)[0]).toBe('p Six hours of talk ended where they began, with soup.');
    expect(article.subtitle).toBeUndefined();
    expect(article.authors?.value).toEqual([{ name: 'Ann Lee' }, { name: 'Bob Ray' }]);
    expect(article.publishedAt?.value).toBe('2026-03-04T08:15:00+08:00');
  });
});

describe('credit lines', () => {
  test.each([
    ['credit-with-a-report-from', ['Cy Dow'], ['Agence France-Presse']],
    ['credit-with-agency-initials', [], ['AFP']],
  ])('%s', (name, people, organizations) => {
    const article = scraped(name);
    expect(article.credit?.value).toMatchObject({ people, organizations });
    expect(article.paragraphs.value).toHaveLength(3);
  });
});

describe('addresses', () => {
  test.each([
    ['canonical-names-another-host', 'https://courier.example/news/council-adjourns'],
    ['canonical-names-the-home-page', undefined],
  ])('%s', (name, expected) => {
    expect(scraped(name).canonicalUrl?.value).toBe(expected);
  });

  test('an article in parts names its next page and its single page', () => {
    expect(scraped('article-in-parts')).toMatchObject({
      nextPageUrl: 'https://courier.example/news/council-adjourns?page=2',
      singlePageUrl: 'https://courier.example/news/council-adjourns?all=1',
    });
  });
});

test('lazy pictures come with caption, credit and size', () => {
  expect(scraped('lazy-pictures-with-captions').images.value).toEqual([
    {
      url: 'https://courier.example/img/hall.jpg',
      width: 800,
      height: 600,
      alt: 'The hall',
      caption: 'The hall before the meeting.',
      credit: 'Bob Ray/Example Pictures',
    },
    { url: 'https://courier.example/img/soup-1600.jpg', caption: 'The soup.', credit: 'Ann Lee' },
  ]);
});

test('all machine-readable wishes about reuse are collected', () => {
  const { signals } = scraped('reuse-wishes', {
    headers: { 'X-Robots-Tag': 'noindex', 'TDM-Reservation': '1' },
  });
  expect(signals.map(({ signal, value, where }) => `${signal}=${value} (${where})`)).toEqual([
    'robots=noindex (X-Robots-Tag)',
    'tdm-reservation=1 (tdm-reservation header)',
    'robots=noarchive, max-snippet:120 (meta[name=robots])',
    'tdm-reservation=1 (meta[name=tdm-reservation])',
    'rsl=/license.xml (link[rel=license])',
    'license=https://courier.example/terms (JSON-LD)',
    'isAccessibleForFree=false (JSON-LD)',
    'rights-notice=© 2026 Courier. This material may not be published, broadcast, rewritten, or redistributed. (text)',
  ]);
});

test('structured data with raw line breaks and trailing commas is read', () => {
  expect(scraped('broken-structured-data')).toMatchObject({
    title: { value: 'Council adjourns' },
    authors: { value: [{ name: 'Ann Lee' }], from: 'jsonld' },
    publishedAt: { value: '2026-03-04T08:15:00+08:00', from: 'jsonld' },
  });
});

test('confidence is higher where the layers agree', () => {
  expect(scraped('standfirst-in-sentences').confidence).toBeGreaterThan(0.8);
  const summary = 'Breakwater vote ends without agreement after a lengthy council meeting';
  const entry = {
    id: null,
    title: null,
    link: null,
    published: null,
    updated: null,
    author: null,
    content: null,
    categories: [],
    enclosures: [],
  };
  const agreeing = scraped('paragraphs-in-divs', {
    entry: { ...entry, summary: 'The council of Port Else met for six hours on Tuesday' },
  });
  const disagreeing = scraped('paragraphs-in-divs', { entry: { ...entry, summary } });
  expect(agreeing.confidence).toBeGreaterThan(disagreeing.confidence);
});

describe('what is no article page', () => {
  test.each([
    ['empty-page', ''],
    ['not-html', '%PDF-1.7 binary'],
    ['not-html', '{"a":1}'],
    ['not-html', '<?xml version="1.0"?><rss version="2.0"></rss>'],
    ['no-body', '<html><body><nav><a href="/">Home</a></nav></body></html>'],
    ['too-deep', '<div>'.repeat(100_000)],
    ['too-large', '<b></b>'.repeat(25_001)],
    ['too-large', '<b a b c d e></b>'.repeat(20_001)],
    ['too-large', `<p ${Array.from({ length: 300 }, (_, at) => `a${at}`).join(' ')}>`],
  ])('%s', (code, html) => {
    expect(scrapeArticle({ siteName: undefined, html, url: 'https://a.example/' })).toMatchObject({
      kind: 'not-an-article',
      code,
    });
  });
});
