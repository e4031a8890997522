import { decodeXML } from 'entities';
import { expect, test } from 'vitest';
import { rssFeed } from '../../../../src/deliver/syndication/rss-feed.ts';
import { articleRecord } from '../../../support/records/article-record.ts';

const head = {
  title: 'Wire <1>',
  self: 'https://wire.example/rss.xml',
  homePage: 'https://wire.example/',
};

/** What a reader takes for HTML: the text of an element after XML is read. */
function htmlOf(xml: string, name: string): string[] {
  return Array.from(xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g')), ([, text]) =>
    decodeXML(text!),
  );
}

test('a description is text for readers that show it as HTML, and for those that do not', () => {
  const summary = 'Waves of 3 < 5 m & <img src=x onerror=alert(1)> &lt;b&gt;';
  const xml = rssFeed(head, { records: [articleRecord({ summary })], withdrawn: [] }, new Date(0));
  const [, item] = htmlOf(xml, 'description');
  expect(item).toBe(
    'Waves of 3 &lt; 5 m &amp; &lt;img src=x onerror=alert(1)&gt; &amp;lt;b&amp;gt;',
  );
  expect(decodeXML(item!)).toBe(summary);
});
