import { expect, test } from 'vitest';
import { landingDoubt, type Landing } from '../../../src/record/landing.ts';

const LINK = 'https://ledger.example/world/pier';
const ELSEWHERE = 'https://ledger.example/a/7';
const PUBLISHED = '2026-11-28T10:00:00.000Z';

interface Given {
  entry?: Partial<Landing['entry']>;
  record?: Partial<Landing['record']>;
  url?: string;
  statedAt?: Landing['statedAt'];
}

/** A page of which nothing fits its entry but what is given. */
function doubtOf({ entry, record, url, statedAt }: Given): string | undefined {
  const told = { title: 'Gulls rob a baker', summary: null, published: PUBLISHED, link: LINK };
  const paragraphs = [{ kind: 'p' as const, text: 'Nothing that anybody had asked about.' }];
  const page = { title: 'Something else altogether', paragraphs, provenance: {} };
  return landingDoubt({
    entry: { ...told, ...entry },
    url: url ?? entry?.link ?? LINK,
    record: { ...page, ...record },
    statedAt,
    siteName: 'Harbour Ledger',
  });
}

const isBelieved = (given: Given) => doubtOf(given) === undefined;
const text = (...texts: string[]) => ({
  paragraphs: texts.map((one) => ({ kind: 'p' as const, text: one })),
});

test.each([
  ['two words that are half of the shorter one', 'Pier opens five six', 'Pier opens eight', true],
  ['two of four', 'Pier opens five six', 'Pier opens eight nine', true],
  ['two of five', 'Pier opens five six seven', 'Pier opens eight nine ten', false],
  ['one word alone', 'Pier opens today', 'Pier closed', false],
  ['all of them, in other letters', 'PIER', 'Pier', true],
  ['none', 'Pier opens', 'Baker robbed', false],
])('headlines with %s in common', (_what, told, title, isAlike) => {
  expect(isBelieved({ entry: { title: told }, record: { title } })).toBe(isAlike);
});

test('a headline that was taken from the feed proves nothing', () => {
  const title = 'Pier opens five six';
  const given = (from: 'feed' | 'meta') => ({
    entry: { title },
    record: { title, provenance: { title: from } },
  });
  expect([isBelieved(given('feed')), isBelieved(given('meta'))]).toEqual([false, true]);
});

test.each([
  ['three words of a headline of three', 'Gulls rob bakers', 'bakers say that gulls rob', true],
  ['two of a headline of two', 'Gulls rob', 'the gulls rob', false],
  ['three of four', 'Gulls rob bakers again', 'gulls rob bakers', true],
  ['five of seven', 'one2 two2 six2 ten2 gulls rob bakers', 'one2 two2 six2 ten2 gulls', false],
])('a text with %s', (_what, title, said, isAlike) => {
  expect(isBelieved({ entry: { title }, record: text(said) })).toBe(isAlike);
});

test('the words of a headline may stand in the second headline, or in several paragraphs', () => {
  const entry = { title: 'Gulls rob bakers' };
  expect(isBelieved({ entry, record: { subtitle: 'Why gulls rob bakers' } })).toBe(true);
  expect(isBelieved({ entry, record: text('The gulls rob', 'the bakers.') })).toBe(true);
});

test.each([
  ['six words', 'one2 two2 six2 ten2 gulls rob', true],
  ['five words', 'one2 two2 six2 ten2 gulls', false],
])('a summary of %s that are all in the text', (_what, summary, isAlike) => {
  const entry = { title: 'Another one', summary };
  expect(isBelieved({ entry, record: text(`It said ${summary}.`) })).toBe(isAlike);
});

test('an entry without a headline is believed where it has no summary either', () => {
  expect(isBelieved({ entry: { title: null } })).toBe(true);
  expect(isBelieved({ entry: { title: null, summary: 'The gulls came.' } })).toBe(false);
});

test.each([
  ['three of six words', 'gulls rob baker nearly every morning', 'gulls-rob-baker', true],
  ['three of seven', 'gulls rob baker nearly every morning again', 'gulls-rob-baker', false],
  ['two of three', 'gulls rob bakers', 'gulls-rob', false],
])('a slug elsewhere with %s of the headline', (_what, title, slug, isAlike) => {
  const url = `https://ledger.example/a/${slug}/`;
  expect(isBelieved({ entry: { title }, url })).toBe(isAlike);
});

test.each([
  ['2026-11-30T10:00:00Z', true],
  ['2026-11-30T10:00:01Z', false],
  ['2026-11-26T10:00:00Z', true],
  ['2026-11-26T09:59:59Z', false],
])('a page elsewhere that states %s', (value, isAlike) => {
  expect(isBelieved({ url: ELSEWHERE, statedAt: { value, from: 'meta' } })).toBe(isAlike);
});

test('a time in the text says something at the entry’s own address alone', () => {
  const statedAt = { value: PUBLISHED, from: 'text' };
  expect(isBelieved({ statedAt })).toBe(true);
  expect(isBelieved({ statedAt, url: ELSEWHERE })).toBe(false);
});

test('any time of its own makes a page the entry’s where the entry has none', () => {
  const statedAt = { value: '2020-01-01', from: 'meta' };
  expect(isBelieved({ entry: { published: null }, statedAt })).toBe(true);
  expect(isBelieved({ entry: { published: null } })).toBe(false);
});

test('one more entry at the same page is one too many', () => {
  expect(doubtOf({ entry: { entriesAtLink: 2 } })).toMatch(/^1 more of the feed's entries/);
  expect(doubtOf({ entry: { entriesAtLink: 1 } })).not.toMatch(/more of the feed/);
});

test('an error that the page dates is the news of a day', () => {
  const entry = { title: 'Error 500 at the port’s server' };
  const record = { title: 'Error 500 at the port’s server' };
  expect(doubtOf({ entry, record })).toMatch(/error instead of news/);
  expect(isBelieved({ entry, record, statedAt: { value: PUBLISHED, from: 'meta' } })).toBe(true);
});

test('what is not there is not the entry’s by its text alone, nor by its time alone', () => {
  const entry = { title: 'Gulls rob bakers' };
  const said = { title: 'Page not found', ...text('The gulls rob the bakers.') };
  const statedAt = { value: PUBLISHED, from: 'meta' };
  expect(doubtOf({ entry, record: said })).toMatch(/nothing/);
  expect(doubtOf({ entry, record: { title: 'Page not found' }, statedAt })).toMatch(/nothing/);
  expect(isBelieved({ entry, record: said, statedAt })).toBe(true);
});

test.each([
  '',
  'index.html',
  'index.php',
  'default.aspx',
  'home',
  'HOME/',
  'en/',
  'de',
  'en_us',
  'pt-BR/',
])('/%s is a front page', (path) => {
  const url = `https://ledger.example/${path}`;
  expect(doubtOf({ url })).toBe('it leads to the front page of ledger.example');
});

test.each(['homepage', 'world', 'english/', 'en/world', 'index.html?id=7', 'index.htmlxx'])(
  '/%s is none',
  (path) => {
    expect(doubtOf({ url: `https://ledger.example/${path}` })).toMatch(/^it leads on to/);
  },
);

test.each([
  ['https://ledger.example/world/pier/', false],
  ['https://ledger.example/world/p%69er', false],
  ['http://www.ledger.example/world/pier?from=rss', false],
  ['https://ledger.example/world/piers', true],
])('%s is elsewhere: %s', (url, isElsewhere) => {
  expect(doubtOf({ url })).toMatch(isElsewhere ? /^it leads on to/ : /^it leads to a page whose/);
});

test('a front page that the entry names is its page by its headline', () => {
  const entry = { link: 'https://ledger.example/?p=7', title: 'Pier opens today' };
  const record = { title: 'Pier opens today' };
  expect(isBelieved({ entry: { ...entry, link: 'https://ledger.example/' }, record })).toBe(true);
  expect(isBelieved({ entry, record })).toBe(true);
  expect(isBelieved({ entry, record, url: 'https://ledger.example/' })).toBe(false);
});

test('a list above the entry’s page is not the entry’s by its time', () => {
  const statedAt = { value: PUBLISHED, from: 'meta' };
  expect(isBelieved({ url: 'https://ledger.example/world', statedAt })).toBe(false);
  expect(isBelieved({ url: 'https://ledger.example/worl', statedAt })).toBe(true);
});
