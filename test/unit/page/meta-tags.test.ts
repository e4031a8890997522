import { describe, expect, test } from 'vitest';
import { metaText, metaTexts, readMetaTags } from '../../../src/page/meta-tags.ts';
import { treeOf } from '../../support/site/page-of.ts';

const tagsOf = (html: string) => readMetaTags(treeOf(html).metas);

describe('values of meta elements', () => {
  test('are known by name, property and itemprop, in lower case and page order', () => {
    expect(
      Object.fromEntries(
        tagsOf(`<meta name=" DC.Title " content="One"><meta property="og:title" content="Two">
          <meta itemprop="headline" content="Three"><meta name="dc.title" content="Four">`),
      ),
    ).toEqual({ 'dc.title': ['One', 'Four'], 'og:title': ['Two'], headline: ['Three'] });
  });

  test('count once where name, property and itemprop say the same, and for each that says otherwise', () => {
    expect(
      Object.fromEntries(
        tagsOf(`<meta name="a" property="a" itemprop="a" content="1"><meta name="b" property="c" itemprop="d" content="2">
          <meta name="e" property="f" itemprop="f" content="3">`),
      ),
    ).toEqual({ a: ['1'], b: ['2'], c: ['2'], d: ['2'], e: ['3'], f: ['3'] });
  });

  test('stand in content or value; empty ones and those without a name are none', () => {
    const tags = tagsOf(
      '<meta name="a" value="1"><meta name="b" content=" "><meta content="2"><meta name="c">',
    );
    expect([...tags]).toEqual([['a', ['1']]]);
  });

  test('that belong to another work on the page are none of the article’s', () => {
    const tags = tagsOf(`<div itemscope itemprop="comment"><meta itemprop="author" content="Reader">
      <meta name="kept" content="x"></div><meta itemprop="author" content="Writer">`);
    expect(Object.fromEntries(tags)).toEqual({ kept: ['x'], author: ['Writer'] });
  });

  test('are read to 10,000 characters, and 200 of one name', () => {
    const long = tagsOf(`<meta name="a" content="${'x'.repeat(10_001)}">`);
    expect(long.get('a')?.[0]).toHaveLength(10_000);
    expect(tagsOf('<meta name="a" content="x">'.repeat(201)).get('a')).toHaveLength(200);
  });
});

test('the text is the first value of the first name that has one, without markup', () => {
  const tags = tagsOf(`<meta name="a" content="<br>"><meta name="b" content="Salt &amp;amp; bread">
    <meta name="b" content="Other"><meta name="c" content="Last">`);
  expect(metaText(tags, 'none', 'a', 'b', 'c')).toBe('Salt & bread');
  expect(metaText(tags, 'none', 'a')).toBeUndefined();
  expect(metaTexts(tags, 'a', 'c', 'b')).toEqual(['Last', 'Salt & bread', 'Other']);
});

test('the rules for robots may stand where the transport’s do, and nothing else there counts', () => {
  const tags = tagsOf(
    '<meta http-equiv=" X-Robots-Tag" content="noindex"><meta http-equiv="refresh" content="9">',
  );
  expect([...tags]).toEqual([['x-robots-tag', ['noindex']]]);
});
