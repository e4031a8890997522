import { describe, expect, test } from 'vitest';
import { mendedJson } from '../../../../src/feed/formats/lenient-json.ts';
import { feedOf } from '../feed-of.ts';
import { readFeed } from '../../../../src/feed/read.ts';

const mended = (json: string): unknown => JSON.parse(mendedJson(json).json);

describe('a damaged JSON document', () => {
  test.each([
    ['superfluous commas', '{"a":[1,2,,],"b":{"c":3,},}', { a: [1, 2], b: { c: 3 } }],
    ['missing commas', '{"a":1 "b":[{"c":2}{"c":3}]}', { a: 1, b: [{ c: 2 }, { c: 3 }] }],
    ['raw line breaks', '{"a":"one\ntwo\tthree"}', { a: 'one\ntwo\tthree' }],
    ['unknown escapes', String.raw`{"a":"it\'s \d"}`, { a: String.raw`it's \d` }],
    ['known escapes beside a slip', String.raw`{"a":"\u0041\U00e9\n\"\/",}`, { a: 'Aé\n"/' }],
    ['escapes in capitals', String.raw`{"a":"C:\New\Bay"}`, { a: String.raw`C:\New\Bay` }],
    ['names without quotes', '{a:1,b:"x"}', { a: 1, b: 'x' }],
    [
      'words of another language',
      '{"a":undefined,"b":NaN,"c":True}',
      { a: null, b: null, c: true },
    ],
    ['words in capitals', '{"a":TRUE,"b":False,"c":NULL,}', { a: true, b: false, c: null }],
    ['brackets without an end', '{"a":[{"b":1],"c":2}', { a: [{ b: 1 }], c: 2 }],
    ['text behind it', '{"a":1} trailing', { a: 1 }],
  ])('with %s is read', (_what, json, value) => {
    expect(mended(json)).toEqual(value);
  });

  test('that breaks off keeps what was whole', () => {
    const { json, repairs } = mendedJson(
      '{"items":[{"id":"1","url":"https://bay.example/a"},{"id":"2","url":"https://bay.ex',
    );
    expect(JSON.parse(json)).toEqual({
      items: [{ id: '1', url: 'https://bay.example/a' }, { id: '2' }],
    });
    expect(repairs).toEqual(['the document ends before its elements do']);
  });

  test.each(['{', '[', '{"a"', '{"a":', '{{}}', '["a":1]', '{"a":{"b"}'])(
    '%s gives something that JSON.parse takes',
    (json) => {
      expect(() => mended(json)).not.toThrow();
    },
  );

  test.each(['', ',,,', ']}', '"a'])('%j gives nothing', (json) => {
    expect(mendedJson(json).json).toBe('');
  });
});

test('a mended JSON Feed says what was mended, a sound one nothing', async () => {
  const items = '"items":[{"id":"1","url":"https://bay.example/a","title":"Pier"';
  const start = `{"version":"https://jsonfeed.org/version/1.1","title":"Bay",${items}`;
  expect((await feedOf(`${start}}]}`)).repairs).toEqual([]);
  const feed = await feedOf(`${start},}]}`);
  expect(feed).toMatchObject({ repairs: ['superfluous commas'], entries: [{ title: 'Pier' }] });
});

test('JSON that breaks off before it says anything is no feed', async () => {
  const bytes = Buffer.from('{"version":"https://jsonfeed.org/version/1"');
  expect(await readFeed({ bytes })).toMatchObject({ kind: 'not-a-feed' });
});

test('titles of a JSON Feed are plain text, whatever they were written in', async () => {
  const document = {
    version: 'https://jsonfeed.org/version/1',
    title: 'Bay &amp; Isle',
    items: [
      { id: 'https://bay.example/1', title: 'The isle&#8217;s R&amp;D <em>plan</em>' },
      { id: '2', url: 'N/A', title: 'Why the <canvas> element matters' },
    ],
  };
  expect(await feedOf(JSON.stringify(document))).toMatchObject({
    title: 'Bay & Isle',
    entries: [
      { title: 'The isle’s R&D plan', link: 'https://bay.example/1' },
      { title: 'Why the <canvas> element matters', link: null },
    ],
  });
});
