import { describe, expect, test } from 'vitest';
import { feedOf, rss } from './feed-of.ts';

describe('pictures', () => {
  const media = ' xmlns:media="http://search.yahoo.com/mrss/"';

  test('have their size, caption and credit, in groups too', async () => {
    const feed = await feedOf(
      rss(
        `<item><title>Ferry</title><media:group>
           <media:credit role="photographer">Ann Lee</media:credit>
           <media:content url="https://harbour.example/ferry.jpg?w=700" medium="image" width="700" height="420">
             <media:description>The &lt;b&gt;night&lt;/b&gt; ferry</media:description>
           </media:content>
           <media:content url="https://harbour.example/ferry.mp4" type="video/mp4" width="1280"/>
         </media:group>
         <media:thumbnail url="https://harbour.example/small" width="60" height="60"/></item>`,
        media,
      ),
    );
    expect(feed.entries[0]?.enclosures).toEqual([
      {
        url: 'https://harbour.example/ferry.jpg?w=700',
        type: null,
        length: null,
        picture: { width: 700, height: 420, caption: 'The night ferry', credit: 'Ann Lee' },
      },
      { url: 'https://harbour.example/ferry.mp4', type: 'video/mp4', length: null },
      {
        url: 'https://harbour.example/small',
        type: null,
        length: null,
        picture: { width: 60, height: 60 },
      },
    ]);
  });

  test('are known by type or name where nothing else tells', async () => {
    const feed = await feedOf(
      rss(
        `<item><title>Ferry</title>
         <enclosure url="https://harbour.example/a" type="image/webp" length="10"/>
         <enclosure url="https://harbour.example/b.png"/>
         <enclosure url="https://harbour.example/c.mp3" type="audio/mpeg"/></item>`,
      ),
    );
    const pictures = feed.entries[0]?.enclosures.map(({ picture }) => picture);
    expect(pictures).toEqual([{}, {}, undefined]);
  });
});
