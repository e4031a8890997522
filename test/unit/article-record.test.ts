import { describe, expect, test } from 'vitest';
import { bodySchema, MOST_BODY_BLOCKS } from '../../src/article-body.ts';
import { articleRecordSchema, type ArticleRecord } from '../../src/article-record.ts';
import { articleRecord } from '../support/records/article-record.ts';

const isBody = (...blocks: unknown[]) => bodySchema.safeParse(blocks).success;
const isRecord = (changes: object) =>
  articleRecordSchema.safeParse(articleRecord(changes as Partial<ArticleRecord>)).success;
const many = <T>(count: number, value: T) => Array.from({ length: count }, () => value);
const address = (length: number) => 'https://bay.example/'.padEnd(length, 'x');

describe('of a body, from its least to its most, is taken', () => {
  const bounds: [name: string, taken: unknown[], refused: unknown[]][] = [
    ['the place of a paragraph', [{ p: 0 }], [{ p: -1 }, { p: 0.5 }]],
    ['the place of a picture', [{ image: 0 }], [{ image: -1 }]],
    [
      'the level of a heading',
      [
        { p: 0, level: 2 },
        { p: 0, level: 4 },
      ],
      [
        { p: 0, level: 1 },
        { p: 0, level: 5 },
      ],
    ],
    [
      'the depth of a list',
      [
        { p: 0, depth: 2 },
        { p: 0, depth: 6 },
      ],
      [
        { p: 0, depth: 1 },
        { p: 0, depth: 7 },
      ],
    ],
    [
      'spans',
      [{ p: 0, spans: many(100, 'x') }],
      [
        { p: 0, spans: many(101, 'x') },
        { p: 0, spans: [''] },
      ],
    ],
    ['the text of a span', [{ p: 0, spans: [{ text: 'x' }] }], [{ p: 0, spans: [{ text: '' }] }]],
    [
      'the address of a link',
      [{ p: 0, spans: [{ text: 'x', href: address(2_048) }] }],
      [
        { p: 0, spans: [{ text: 'x', href: address(2_049) }] },
        { p: 0, spans: [{ text: 'x', href: 'ftp://bay.example/' }] },
        { p: 0, spans: [{ text: 'x', href: 'xhttps://bay.example/' }] },
        { p: 0, spans: [{ text: 'x', href: 'httpss://bay.example/' }] },
      ],
    ],
    ['a mark', [{ p: 0, start: true }], [{ p: 0, start: false }]],
    ['who said a quote', [{ p: 0, cite: 'x' }], [{ p: 0, cite: '' }]],
    ['a term', [{ term: 'x' }], [{ term: '' }]],
    ['rows of a table', [{ table: { rows: many(200, []) } }], [{ table: { rows: many(201, []) } }]],
    [
      'cells of a row',
      [{ table: { rows: [many(20, '')] } }],
      [{ table: { rows: [many(21, '')] } }],
    ],
    [
      'a table’s rows of headings and caption',
      [{ table: { rows: [], head: 1, caption: 'x' } }],
      [{ table: { rows: [], head: 0 } }, { table: { rows: [], caption: '' } }],
    ],
    [
      'an embed’s title and text',
      [{ embed: { url: address(30), provider: '', title: 'x', text: 'x' } }],
      [
        { embed: { url: address(30), provider: '', title: '' } },
        { embed: { url: address(30), provider: '', text: '' } },
      ],
    ],
    [
      'code',
      [{ code: 'x' }, { code: 'x'.repeat(20_000) }],
      [{ code: '' }, { code: 'x'.repeat(20_001) }],
    ],
    ['a rule', [{ rule: true }], [{ rule: false }]],
  ];
  test.each(bounds)('%s', (_name, taken, refused) => {
    for (const block of taken) expect([block, isBody(block)]).toEqual([block, true]);
    for (const block of refused) expect([block, isBody(block)]).toEqual([block, false]);
  });

  test('a thousand blocks', () => {
    expect(isBody(...many(MOST_BODY_BLOCKS, { p: 0 }))).toBe(true);
    expect(isBody(...many(1_001, { p: 0 }))).toBe(false);
  });
});

describe('of a record, from its least to its most, is taken', () => {
  const outlet = { id: 'x', name: 'x', republish: 'full' };
  const image = { url: address(30) };
  const { rights } = articleRecord();
  const credit = { text: 'x', people: [], organizations: [] };
  const bounds: [name: string, taken: object[], refused: object[]][] = [
    ['its title', [{ title: 'x' }], [{ title: '' }]],
    ['its revision', [{ revision: 0 }], [{ revision: -1 }, { revision: 0.5 }]],
    ['its source', [{ sourceId: 'x', source: 'x' }], [{ sourceId: '' }, { source: '' }]],
    [
      'a paragraph',
      [{ paragraphs: [{ kind: 'li', text: 'x' }] }],
      [{ paragraphs: [{ kind: 'p', text: '' }] }, { paragraphs: [{ kind: 'div', text: 'x' }] }],
    ],
    ['its credit', [{ credit }], [{ credit: { ...credit, text: '' } }]],
    [
      'an author',
      [{ authors: [{ name: 'x' }] }],
      [{ authors: [{ name: '' }] }, { authors: [{ name: 'x', url: 'mailto:x@bay.example' }] }],
    ],
    [
      'a picture',
      [{ images: [{ ...image, width: 1, height: 1, rights: 'link' }] }],
      [
        { images: [{ ...image, width: 0 }] },
        { images: [{ ...image, height: 0 }] },
        { images: [{ ...image, rights: 'copy' }] },
      ],
    ],
    [
      'a topic',
      [{ topics: [{ path: 'x', name: 'x', shared: true }] }],
      [
        { topics: [{ path: '', name: 'x' }] },
        { topics: [{ path: 'x', name: '' }] },
        { topics: [{ path: 'x', name: 'x', shared: false }] },
      ],
    ],
    ['a correction', [{ corrections: [{ text: 'x' }] }], [{ corrections: [{ text: '' }] }]],
    [
      'its outlet',
      [{ outlet }],
      [
        { outlet: { ...outlet, id: '' } },
        { outlet: { ...outlet, name: '' } },
        { outlet: { ...outlet, republish: 'drop' } },
      ],
    ],
    [
      'the length of an excerpt',
      [{ rights: { ...rights, maxExcerptLength: 0 } }],
      [{ rights: { ...rights, maxExcerptLength: -1 } }],
    ],
    [
      'its confidence',
      [{ confidence: 0 }, { confidence: 1 }],
      [{ confidence: -0.1 }, { confidence: 1.1 }],
    ],
    [
      'the hash of its content',
      [{ contentHash: '0123456789abcdef'.repeat(4) }],
      ['a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), 'g'.repeat(64)].map((contentHash) => ({
        contentHash,
      })),
    ],
    [
      'a time, in UTC but where it is the publisher’s own',
      [{ publishedAt: '2026-11-20T08:30:00Z', publishedLocal: '2026-11-20T16:30:00+08:00' }],
      [
        { publishedAt: '2026-11-20T16:30:00+08:00' },
        { modifiedAt: '2026-11-20' },
        { publishedLocal: '2026-11-20T16:30:00' },
      ],
    ],
  ];
  test.each(bounds)('%s', (_name, taken, refused) => {
    for (const changes of taken) expect([changes, isRecord(changes)]).toEqual([changes, true]);
    for (const changes of refused) expect([changes, isRecord(changes)]).toEqual([changes, false]);
  });
});
