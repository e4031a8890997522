import { expect, test } from 'vitest';
import { setCdataAside } from '../../../../src/feed/xml/cdata.ts';
import { readPlain } from '../../../../src/feed/xml/plain.ts';

const read = (xml: string) => readPlain(setCdataAside(xml), new Map([['x', 'dc']]));
const rss = (item: string) =>
  `<rss version="2.0"><channel><title>T</title><item>${item}</item></channel></rss>`;

test('a plain document has its elements under canonical names, with what their sections held', async () => {
  const found = await read(
    rss(
      '<title>One</title><guid isPermaLink="false">1</guid><x:date>D</x:date><link>a</link><link>b</link><description><![CDATA[<b>]]></description><own>x</own>',
    ),
  );
  expect(found?.channel['feed:title']).toEqual(['T']);
  expect(found?.items).toMatchObject([
    {
      'feed:title': ['One'],
      'feed:guid': [{ _: '1', $: { isPermaLink: 'false' } }],
      'dc:date': ['D'],
      'feed:link': ['a', 'b'],
      'feed:description': ['<b>'],
    },
  ]);
  expect(found?.items[0]).not.toHaveProperty('feed:own');
});

test.each([
  '<rss><channel><title>T</channel></rss>',
  '<note><title>T</title></note>',
  rss('<description>One <b>two</b></description>'),
  '<rss version="2.0"><channel><title>T <b>x</b></title><item/></channel></rss>',
])('%s is not plain', async (xml) => {
  expect(await read(xml)).toBeNull();
});
