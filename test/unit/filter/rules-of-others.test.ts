import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { rewriteSchema } from '../../../src/config/rules/rewrite-rules.ts';
import { factsOfArticle } from '../../../src/filter/facts.ts';
import { rewriteRecord } from '../../../src/filter/rewrite.ts';
import { judge } from '../../../src/filter/verdict.ts';
import { filterOf } from '../../support/records/filters.ts';
import { articleTold, type ToldArticle } from '../../support/records/told-articles.ts';

interface Wish {
  wish: string;
  rules: object[];
  kept: ToldArticle[];
  dropped: ToldArticle[];
}

const WISHES = Object.entries(
  parse(readFileSync('test/fixtures/filter/rules-of-others.yaml', 'utf8')) as Record<
    string,
    Wish[]
  >,
);

describe.each(WISHES)('what %s can do:', (_, wishes) => {
  test.each(wishes)('$wish', ({ rules, kept, dropped }) => {
    const kindOf = (told: ToldArticle) => {
      const { record, entry } = articleTold(told);
      return judge(filterOf(JSON.stringify(rules)), factsOfArticle(record, {}, entry)).kind;
    };
    expect(kept.map(kindOf)).toEqual(kept.map(() => 'keep'));
    expect(dropped.map(kindOf)).toEqual(dropped.map(() => 'drop'));
  });
});

test('at least forty of their rules are tried', () => {
  const wishes = WISHES.flatMap(([, some]) => some);
  expect(new Set(wishes.map(({ wish }) => wish)).size).toBeGreaterThanOrEqual(40);
});

describe('what they rewrite:', () => {
  test.each<[string, string, ToldArticle, ToldArticle]>([
    [
      'a prefix of the title is cut off',
      '[{ field: title, prefix: ["[Video] ", "[Photos] "] }]',
      { title: '[Photos] The port' },
      { title: 'The port' },
    ],
    [
      'the name of the site behind the title is cut off',
      '[{ field: title, find: "/ [|–-] Harbour Post$/" }]',
      { title: 'The port - Harbour Post' },
      { title: 'The port' },
    ],
    [
      'words of the title are exchanged',
      '[{ field: title, find: "/^(\\\\w+) says (.+)$/", replace: "$2, says $1" }]',
      { title: 'Mayor says all is well' },
      { title: 'all is well, says Mayor' },
    ],
    [
      'a paragraph with a banned word goes',
      '[{ field: paragraphs, drop: [subscribe, "/^Read more:/"] }]',
      { text: ['News.', 'Subscribe to us.', 'Read more: the port'] },
      { text: ['News.'] },
    ],
    [
      'a word is replaced everywhere',
      '[{ field: paragraphs, find: "/colour/i", replace: color }]',
      { text: ['Colour and colour.'] },
      { text: ['color and color.'] },
    ],
    [
      'the name of an agency among the authors goes',
      '[{ field: authors, drop: newsroom }]',
      { author: 'Newsroom' },
      {},
    ],
    [
      'the address leads to another host',
      '[{ field: url, find: "/^https:..old\\\\./", replace: "https://new." }]',
      { url: 'https://old.harbour.example/a' },
      { url: 'https://new.harbour.example/a' },
    ],
  ])('%s', (_, rules, before, after) => {
    const rewrite = rewriteSchema.parse(parse(rules));
    const { title, paragraphs, authors, url } = rewriteRecord(articleTold(before).record, {
      rewrite,
    });
    const wanted = articleTold(after).record;
    expect({ title, paragraphs, authors, url }).toEqual({
      title: wanted.title,
      paragraphs: wanted.paragraphs,
      authors: wanted.authors,
      url: wanted.url,
    });
  });
});
