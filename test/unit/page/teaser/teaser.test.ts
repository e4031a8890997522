import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { teaserText } from '../../../../src/page/teaser/teaser.ts';
import { READ_ON_WORDS } from '../../../../src/page/teaser/read-on-words.ts';

const article = {
  link: 'https://bakers.example/2026/11/eleven-bakeries/?utm_source=rss',
  title: 'Eleven bakeries open before dawn',
};
const LINK = 'https://bakers.example/2026/11/eleven-bakeries/';
const TEASER = 'Eleven bakeries of the valley sell bread before six, the guild said.';

const own = (words: string) => `<a href="${LINK}">${words}</a>`;
const home = '<a href="https://bakers.example">Valley Bakers</a>';

describe('markup gives its text', () => {
  test.each([
    ['<p>Plain <b>bold</b> &amp; more.</p>', 'Plain bold & more.'],
    ['<img src=x onerror=alert(1)>Hello <script>alert(2)</script>world', 'Hello world'],
    ['<p>One</p><p>Two</p>', 'One Two'],
    ['Bread<br>and salt', 'Bread and salt'],
    ['<style>p{color:red}</style>Seen', 'Seen'],
    ['&lt;p&gt;Escaped twice&lt;/p&gt;', 'Escaped twice'],
    ['Fish &amp; chips at 5 &lt; 7', 'Fish & chips at 5 < 7'],
    ['Mixed<span>word</span>parts', 'Mixedwordparts'],
    ['', ''],
  ])('%s', (markup, text) => {
    expect(teaserText(markup, article)).toBe(text);
  });

  test('no teaser leaves a tag, whatever the markup', () => {
    const part = fc.constantFrom(
      '<p>',
      '</p>',
      '<script>',
      'x()',
      '</script>',
      ' word ',
      '<a href="/">',
      '<',
      '>',
      '&lt;b&gt;',
      '<!--',
      '-->',
      '<img src=x onerror=y>',
      '"',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        expect(teaserText(parts.join(''), article)).not.toMatch(/<(?:p|script|a|img|b)[\s>/]/i);
      }),
    );
  });
});

describe('the ways to the page that a feed adds are no text', () => {
  test.each([
    `<p>${TEASER}</p>\n<p>The post ${own(article.title)} appeared first on ${home}.</p>`,
    `<p>${TEASER}</p>\n<p>Der Beitrag ${own(article.title)} erschien zuerst auf ${home}.</p>`,
    `<p>${TEASER}</p>\n<p>L’article ${own(article.title)} est apparu en premier sur ${home}.</p>`,
    `<p>${TEASER}</p><p>${own(article.title)} yazısı ilk önce ${home} üzerinde ortaya çıktı.</p>`,
    `<p>${TEASER}</p><p>投稿 ${own(article.title)} は ${home} に最初に表示されました。</p>`,
    `${TEASER} The post ${own(article.title)} appeared first on ${home}.`,
    `${TEASER} <a href="https://www.bakers.example/2026/11/eleven-bakeries?utm_medium=feed">Continue reading <span>${article.title}</span> →</a>`,
    `${TEASER}<br/><br/>${own('Läs mer')}`,
    `<div>${TEASER}</div><div>${own('Read the story')} | ${home}</div>`,
    `${TEASER} The post ${article.title} appeared first on Valley Bakers.`,
    `${TEASER} Articolul ${article.title} apare prima dată în Valley Bakers.`,
    `${TEASER} Read more`,
    `${TEASER} Continue reading →`,
    `${TEASER} (more…)`,
    `${TEASER} [&hellip;]`,
  ])('%s', (markup) => {
    expect(teaserText(markup, article)).toBe(TEASER);
  });

  test.each(READ_ON_WORDS.flatMap(({ language, words }) => words.map((word) => [language, word])))(
    '%s: %s at the end, and not within a sentence',
    (_language, words) => {
      expect(teaserText(`${TEASER} ${words}`, article)).toBe(TEASER);
      expect(teaserText(`${TEASER} ${words} »`, article)).toBe(TEASER);
      const sentence = `The sign above the door of the old mill says ${words}`;
      expect(teaserText(sentence, article)).toBe(sentence);
    },
  );

  test('a sentence that a feed cut keeps an ellipsis', () => {
    const cut = 'Eleven bakeries of the valley sell bread before six, the';
    for (const mark of [' […]', ' [&#8230;]', '…', `… ${own('Continue reading')}`]) {
      expect(teaserText(`<p>${cut}${mark}</p>`, article)).toBe(`${cut}…`);
    }
  });

  test.each([
    `<p>The post ${own(article.title)} appeared first on ${home}.</p>`,
    own(article.title),
    article.title,
    own('Read more'),
    '[…]',
  ])('nothing is left of %s', (markup) => {
    expect(teaserText(markup, article)).toBe('');
  });
});

describe('what the writer says stays', () => {
  test.each([
    'The guild will post a list on Monday; the first loaf appeared on the stall at five.',
    'They asked for more',
    'Bakers read on. The mill stands still.',
    'He told the paper to read more.',
    `${TEASER} Whoever wants some more should come early.`,
    `The play “${article.title}” drew a crowd. It runs until May, and tickets are on sale at the town hall and at the mill by the river, every day but Monday.`,
  ])('%s', (text) => {
    expect(teaserText(text, article)).toBe(text);
    expect(teaserText(`<p>${text}</p>`, article)).toBe(text);
  });

  test('a link within the text, to another page or to its own, keeps its words', () => {
    const text = `Bread is dear, ${'<a href="https://mill.example/prices">a survey</a>'} found. Nobody knows why.`;
    expect(teaserText(text, article)).toBe('Bread is dear, a survey found. Nobody knows why.');
    const early = `${own('Eleven bakeries')} of the valley sell bread before six, and the guild wants more of them to do so, its chair said on Monday in the town hall. ${TEASER}`;
    expect(teaserText(early, article)).toMatch(/^Eleven bakeries of the valley/);
  });

  test('a teaser that is a link as a whole is text', () => {
    expect(teaserText(own(TEASER), article)).toBe(TEASER);
    expect(teaserText(`<p>${own(TEASER)}</p>`, article)).toBe(TEASER);
  });
});

test('an element that never ends takes no text of the teaser with it', () => {
  const article = { link: 'https://lantern.example/1', title: null };
  expect(teaserText('<svg onload=alert(1)> The ferry plan in short.', article)).toBe(
    'The ferry plan in short.',
  );
});
