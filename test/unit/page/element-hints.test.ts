import { describe, expect, test } from 'vitest';
import {
  hintOf,
  isHidden,
  isOfOtherWork,
  POST,
  standsIn,
} from '../../../src/page/element-hints.ts';
import { elementOf } from '../../support/site/page-of.ts';

const hint = (markup: string, name = 'div') => hintOf(elementOf(markup, name));
const named = (label: string, name = 'div') => hint(`<${name} class="${label}">x</${name}>`, name);
const words = (list: string) => list.split(' ');

describe('a word of a class or id that names what is never the article', () => {
  test.each(
    words(
      'breadcrumb copyright footer footnotes gdpr masthead nav navbar outbrain pager paywallprompt respond sr sronly toolbar zergnet ad ads adbox adslot adunit dfp mostread mostpopular login register registration noprint readmore readnext nextup upnext also authorbox authorbio authorinfo bio biography infobox factbox faktaboks faktaruta toc nocontent accessibility',
    ),
  )('%s, as a whole word', (word) => {
    expect(named(`c-${word}`)).toEqual({ says: 'strong', word });
    expect(named(`c_${word}__inner`)).toMatchObject({ says: 'strong' });
    expect(hint(`<div id="${word}">x</div>`)).toMatchObject({ says: 'strong' });
  });

  test.each(
    words(
      'advert affiliate breadcrumb comment consent cookie disqus donat modal navig newsletter outbrain pagin popular popup promo recirc recommend related share sharing sidebar signup social sponsor subscri taboola trending skip screenreader menu tooltip',
    ),
  )('%s, also as the start of a word', (start) => {
    expect(named(`c-${start}`)).toEqual({ says: 'strong', word: start });
    expect(named(`${start}xyz`)).toEqual({ says: 'strong', word: start });
    expect(named(`x${start}`)).toBeUndefined();
  });

  test.each(words('adrift footerless navel alsoran biotope biographyx tocsin'))(
    '%s holds such a word and is another',
    (word) => {
      expect(named(word)).toBeUndefined();
    },
  );
});

describe('a word that often names a side show, and sometimes holds text', () => {
  test.each(
    words(
      'aside attachment author authors box callout card cards category categories chart cta date dateline datetime discussion expandable explainer extra fact facts figcaption figure further event graphic hashtag header inset kicker legend list-of mailing meta metadata more player playlist poll print published pubdate publishing quiz rail rating ratings references rollover slideshow snippet sources slick summary tag tags taglist ticker timestamp tool tools topic topics tout tweet twitter updated video videos viewcount views links overlay',
    ),
  )('%s, as a whole word', (word) => {
    expect(named(`c-${word}`)).toMatchObject({ says: 'weak' });
    expect(named(`c-${word}-x`)).toMatchObject({ says: 'weak' });
    expect(named(`zz${word}`)).toBeUndefined();
  });

  test.each(
    words(
      'banner byline caption carousel correction credit disclaimer discover embed follow forum gallery highlight keyword label overlay partner podcast slick suggest swiper teaser widget',
    ),
  )('%s, also as the start of a word', (start) => {
    expect(named(`${start}xyz`)).toEqual({ says: 'weak', word: start });
  });

  test.each(words('image images img photo photos picture pictures foto fotos bild bilder'))(
    '%s is a picture’s, unless the name says that text stands there too',
    (word) => {
      expect(named(`c-${word}`)).toEqual({ says: 'weak', word });
      for (const text of words('text texts content body copy desc detail info section row')) {
        expect(named(`c-${word} ${text}`)).toBeUndefined();
      }
    },
  );
});

test.each([
  ...words('has with without no not hide show main page').map((word) => `${word}-sidebar`),
  'elementor-widget-related',
  ...words('video image photo media gallery slide').map((word) => `${word}-text`),
])('%s says what stands beside the element', (label) => {
  expect(named(label)).toBeUndefined();
});

describe('the element of the article’s text', () => {
  test.each([
    ...words('body content text').flatMap((end) => [
      `article-${end}`,
      `article${end}`,
      `article_${end}`,
      `story-${end}`,
      `story${end}`,
    ]),
    ...words('entry post news body').flatMap((start) =>
      words('content body text').map((end) => `${start}-${end}`),
    ),
    'articleBody',
    'field-name-body',
  ])('is called %s', (label) => {
    expect(named(label)).toEqual({ says: 'wanted', word: '' });
  });

  test('is the property of the microdata, whatever its class', () => {
    expect(hint('<div itemprop="articleBody" class="sidebar">x</div>')?.says).toBe('wanted');
  });

  test('has parts with names of their own, and a subhead is none', () => {
    expect(named('article-body-share')).toEqual({ says: 'strong', word: 'share' });
    expect(named('article-body-header')).toEqual({ says: 'weak', word: 'header' });
    expect(named('article-body-header', 'h3')).toEqual({ says: 'wanted', word: '' });
    expect(named('article-body-has-sidebar')).toEqual({ says: 'wanted', word: '' });
  });
});

describe('the element’s own name', () => {
  test.each([
    ['aside', 'strong'],
    ['footer', 'strong'],
    ['figure', 'weak'],
    ['figcaption', 'weak'],
    ['header', 'weak'],
    ['address', 'weak'],
    ['details', 'weak'],
    ['form', 'weak'],
  ])('%s is a %s hint', (name, says) => {
    expect(hint(`<${name}>x</${name}>`, name)).toEqual({ says, word: name });
  });

  test.each(['div', 'p', 'section', 'ul'])('%s is none', (name) => {
    expect(hint(`<${name}>x</${name}>`, name)).toBeUndefined();
  });

  test.each(['html', 'body', 'main', 'article'])(
    '%s is the page, whatever its classes say it has',
    (name) => {
      expect(named('sidebar comments', name)).toBeUndefined();
    },
  );

  test('an article in an article is another one, and says what it is called', () => {
    const inner = (attributes: string) =>
      hintOf(
        elementOf(
          `<article><section><article ${attributes}>x</article></section></article>`,
          'section',
        ).children[0] as never,
      );
    expect(inner('')).toEqual({ says: 'weak', word: 'article' });
    expect(inner('class="comment"')).toEqual({ says: 'strong', word: 'comment' });
  });
});

test.each(['hentry', 'type-post', 'status-publish', 'post-17'])(
  'WordPress’s %s names a post, whose other classes are its categories',
  (label) => {
    expect(POST.test(label)).toBe(true);
    expect(named(`${label} tag-video category-sponsored`)).toBeUndefined();
    expect(POST.test(`x${label}`)).toBe(false);
  },
);

test('what a typography excepts from the text is none of it', () => {
  expect(named('not-prose')).toEqual({ says: 'weak', word: 'not-prose' });
  expect(named('x not-prose y')).toEqual({ says: 'weak', word: 'not-prose' });
  expect(named('not-prosecuted')).toBeUndefined();
});

test.each([
  ['<p hidden>x</p>', true],
  ['<p style="display:none">x</p>', true],
  ['<p style="color: red; DISPLAY : NONE">x</p>', true],
  ['<p style="display:block">x</p>', false],
  ['<p>x</p>', false],
])('whether %s is hidden: %s', (markup, hidden) => {
  expect(isHidden(elementOf(markup, 'p'))).toBe(hidden);
  expect(hint(markup, 'p')).toEqual(hidden ? { says: 'strong', word: 'hidden' } : undefined);
});

describe('an item that is a value of the article', () => {
  test.each(words('citation comment review reviews mentions isBasedOn hasPart'))(
    '%s is another work',
    (property) => {
      const page = `<div itemscope><div itemscope itemprop="${property}"><b><i>x</i></b></div></div>`;
      expect(isOfOtherWork(elementOf(page, 'i'))).toBe(true);
    },
  );

  test.each(words('author publisher image reviewed'))('%s is of the article', (property) => {
    const page = `<div itemscope><div itemscope itemprop="${property}"><i>x</i></div></div>`;
    expect(isOfOtherWork(elementOf(page, 'i'))).toBe(false);
  });

  test('holds its values within eight elements', () => {
    const deep = (count: number) =>
      `<div itemscope itemprop="comment">${'<b>'.repeat(count)}<i>x</i>${'</b>'.repeat(count)}</div>`;
    expect(isOfOtherWork(elementOf(deep(7), 'i'))).toBe(true);
    expect(isOfOtherWork(elementOf(deep(8), 'i'))).toBe(false);
  });
});

test('an element stands in those around it, and not in itself', () => {
  const page = '<table><tr><td><i>x</i></td></tr></table>';
  expect(standsIn(elementOf(page, 'i'), 'table')).toBe(true);
  expect(standsIn(elementOf(page, 'i'), 'ul')).toBe(false);
  expect(standsIn(elementOf(page, 'i'), 'i')).toBe(false);
});

test.each(['js-tooltip-content', 'js-share', 'js-modal'])(
  'A hook for scripts says what the element is: %s',
  (label) => {
    expect(named(label)).toMatchObject({ says: 'strong' });
  },
);

describe('a frame', () => {
  test.each([
    '<figure><blockquote>We rowed home.</blockquote><figcaption>Ada Quill</figcaption></figure>',
    '<figure class="wp-block-quote"><blockquote>We rowed home.</blockquote></figure>',
    '<figure><pre>row --home</pre></figure>',
  ])('of a quotation or of code says nothing of its text: %s', (markup) => {
    expect(hint(markup, 'figure')).toBeUndefined();
  });

  test.each(['highlight', 'highlight highlight-source-shell', 'highlighter-rouge'])(
    'of a highlighter of code says nothing of it: %s',
    (label) => {
      expect(hint(`<div class="${label}"><pre>row --home</pre></div>`)).toBeUndefined();
      expect(hint(`<div class="${label}"><p>Rowing in brief</p></div>`)).toMatchObject({
        says: 'weak',
      });
    },
  );

  test.each([
    '<figure><img src="/pier.jpg"><blockquote>We rowed home.</blockquote></figure>',
    '<figure><p>The pier</p></figure>',
    '<figure><video src="/pier.mp4"></video><pre>row --home</pre></figure>',
    ...words('img picture audio iframe object svg canvas').map(
      (name) => `<figure><${name}></${name}><pre>row --home</pre></figure>`,
    ),
    '<figure class="wp-block-pullquote"><blockquote>We rowed home.</blockquote></figure>',
  ])('of a picture, or of what is pulled out of the text, is none of it: %s', (markup) => {
    expect(hint(markup, 'figure')).toEqual({ says: 'weak', word: 'figure' });
  });
});

describe('a name of who may read', () => {
  test.each([
    'subscriber-only',
    'subscriber-preview',
    'subscribers_only',
    'members-only',
    'member-content',
  ])('says nothing of what the element is: %s', (label) => {
    expect(named(label)).toBeUndefined();
    expect(named(`${label} hide`)).toBeUndefined();
  });

  test.each(['subscribe-box', 'subscriber-signup', 'subscription-only', 'subscriber-only-teaser'])(
    'is no offer, as %s is',
    (label) => {
      expect(named(label)).toBeDefined();
    },
  );
});

test.each([
  ['hentry', true],
  ['post type-post', true],
  ['status-publish', true],
  ['story post-471 wide', true],
  ['post-title', false],
  ['type-postcard', false],
])('class="%s" is that of a WordPress post: %s', (label, expected) => {
  expect(POST.test(label)).toBe(expected);
});
