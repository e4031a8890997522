import { expect, test } from 'vitest';
import { setCdataAside } from '../../../../src/feed/xml/cdata.ts';
import { feedOf, rss } from '../feed-of.ts';

test('sections are set aside by number and restored as they were', () => {
  const { xml, restore } = setCdataAside('<a>x<![CDATA[<b>]] & 1</b>]]>y<![CDATA[]]></a>');
  expect(xml).toBe('<a>x<![CDATA[\u00010\u0001]]>y<![CDATA[\u00011\u0001]]></a>');
  expect(restore('x\u00010\u0001y\u00011\u0001')).toBe('x<b>]] & 1</b>y');
  expect(restore('plain')).toBe('plain');
});

test('a section without an end stays where it is', () => {
  expect(setCdataAside('<a><![CDATA[b</a>').xml).toBe('<a><![CDATA[b</a>');
});

test('several sections and text beside them make one text', async () => {
  const feed = await feedOf(
    rss(
      '<item><title>Ferry <![CDATA[back]]> in <![CDATA[service]]></title><description><![CDATA[<p>It <b>sails</b>.</p>]]></description></item>',
    ),
  );
  expect(feed.repairs).toEqual([]);
  expect(feed.entries[0]).toMatchObject({
    title: 'Ferry back in service',
    summary: '<p>It <b>sails</b>.</p>',
  });
});

test('a number of a section that a document writes itself is no section', async () => {
  const feed = await feedOf(rss('<item><title>\u00010\u0001 <![CDATA[boats]]></title></item>'));
  expect(feed.entries[0]).toMatchObject({ title: '0 boats' });
});
