import { expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../../../src/feed/discovery/opml.ts';

const read = (opml: string) => readOpml(new TextEncoder().encode(opml));

test('reads the feeds of all folders, those of one name together', () => {
  const opml = `<?xml version="1.0"?><opml version="1.1"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Harbour &amp; Hill" type="rss" xmlUrl="https://harbour.example/world.xml"/>
<outline title="Harbour &amp; Hill" text="x" xmlUrl="https://harbour.example/sport.xml?a=1&amp;b=2" htmlUrl="https://harbour.example/"/>
</outline><outline TEXT='Mill' XMLURL='https://mill.example/feed'></outline>
<outline text="no feed"/><outline text="odd" xmlUrl="file:///etc/passwd"/><outline xmlUrl="https://nameless.example/f"/>`;
  expect(read(opml)).toEqual([
    {
      name: 'Harbour & Hill',
      feeds: ['https://harbour.example/world.xml', 'https://harbour.example/sport.xml?a=1&b=2'],
    },
    { name: 'Mill', feeds: ['https://mill.example/feed'] },
    { name: 'nameless.example', feeds: ['https://nameless.example/f'] },
  ]);
});

test('finds nothing in what is no list', () => {
  expect(read('<html><p>no</p></html>')).toEqual([]);
  expect(read('')).toEqual([]);
});

test('reads back what it writes', () => {
  const groups = [
    { name: 'Harbour "News" & <Hill>', feeds: ['https://harbour.example/a?b=1&c=2'] },
    { name: 'Balita', feeds: ['https://balita.example/1', 'https://balita.example/2'] },
  ];
  expect(read(writeOpml('Mine & yours', groups))).toEqual(groups);
});
