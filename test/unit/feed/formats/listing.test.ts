import { describe, expect, test } from 'vitest';
import { readListing } from '../../../../src/feed/formats/listing.ts';

const url = 'https://harbour.example/news/';
const rules = { entry: '.story' };
const listed = (html: string, more = {}, at: string | undefined = url) =>
  readListing(html, { ...rules, ...more } as never, at, {});

describe('a listing page', () => {
  test('gives an entry for each match with a link, by its rules', () => {
    const feed = listed(
      `<html lang="en"><title> Harbour  Times </title>
       <div class="story"><h2>Bread  is dear</h2><a href="bread">on</a><time datetime="2026-10-01T08:00:00Z">Thursday</time>
         <i>Ana Cruz</i><p>So says the guild.</p><b>bread</b><b>salt</b></div>
       <div class="story"><p>No link</p></div></html>`,
      { title: 'h2', date: 'time', author: 'i', summary: 'p', category: 'b' },
    );
    expect(feed).toMatchObject({ title: 'Harbour Times', language: 'en', repairs: [] });
    expect(feed.entries).toEqual([
      {
        id: null,
        title: 'Bread is dear',
        link: 'https://harbour.example/news/bread',
        published: '2026-10-01T08:00:00.000Z',
        updated: null,
        author: 'Ana Cruz',
        summary: 'So says the guild.',
        content: null,
        categories: [
          { term: 'bread', scheme: null },
          { term: 'salt', scheme: null },
        ],
        enclosures: [],
      },
    ]);
  });

  test('has the text of the link for a title where no rule finds one', () => {
    expect(listed('<div class="story"><a href="a"> Bread </a></div>').entries[0]).toMatchObject({
      title: 'Bread',
      author: null,
      summary: null,
      published: null,
      categories: [],
    });
    expect(
      listed('<div class="story"><a href="a"></a></div>', { title: 'h2' }).entries[0]?.title,
    ).toBeNull();
    expect(listed('').title).toBeNull();
    expect(listed('').language).toBeNull();
  });

  test('has its link where the rule says, in the block, or as the block', () => {
    const links = (html: string, more = {}) => listed(html, more).entries.map(({ link }) => link);
    expect(links('<div class="story"><a>x</a><a href="/a">x</a></div>')).toEqual([
      'https://harbour.example/a',
    ]);
    expect(links('<a class="story" href="/b">x</a>')).toEqual(['https://harbour.example/b']);
    expect(
      links('<div class="story"><a href="/a">x</a><h2><a href="/c">x</a></h2></div>', {
        link: 'h2',
      }),
    ).toEqual(['https://harbour.example/c']);
  });

  test.each([
    ['<time datetime="2026-10-01">x</time>', '2026-10-01T00:00:00.000Z'],
    ['<time content="2026-10-02">x</time>', '2026-10-02T00:00:00.000Z'],
    ['<time> 3 October\n2026 </time>', '2026-10-03T00:00:00.000Z'],
    ['<time></time>', null],
    ['', null],
  ])('reads the date of %s', (time, published) => {
    const { entries } = listed(`<div class="story"><a href="a">x</a>${time}</div>`, {
      date: 'time',
    });
    expect(entries[0]?.published).toBe(published);
  });

  test('resolves its links against its base, else its address', () => {
    const first = (html: string, at?: string) => listed(html, {}, at).entries[0]?.link;
    const story = '<div class="story"><a href="a">x</a></div>';
    expect(first(`<base href="/other/">${story}`, url)).toBe('https://harbour.example/other/a');
    expect(readListing(story, rules as never, undefined, {}).entries[0]?.link).toBe('a');
  });
});

describe('a hostile page', () => {
  const story = '<a class="story" href="/a">x</a>';

  test('is read to 1,000 levels, 100,000 elements and 10,000 entries', () => {
    const deep = (levels: number) => listed(`${'<div>'.repeat(levels)}${story}`).entries.length;
    expect([deep(999), deep(1_001)]).toEqual([1, 0]);
    const late = (elements: number) => listed(`${'<br>'.repeat(elements)}${story}`).entries.length;
    expect([late(99_999), late(100_001)]).toEqual([1, 0]);
    expect(listed(story.repeat(10_001)).entries).toHaveLength(10_000);
  });

  test('of one entry with 50,000 elements side by side is read in linear time', () => {
    const block = `<div class="story"><a href="/a">x</a>${'<br>'.repeat(50_000)}</div>`;
    expect(listed(block, { title: 'h2', category: 'b' }).entries).toHaveLength(1);
  });
});
