import { expect, test } from 'vitest';
import type { ArticleRecord } from '../../../src/article-record.ts';
import { changesBetween, fingerprintOf } from '../../../src/record/fingerprint.ts';
import { articleRecord } from '../../support/records/article-record.ts';

const picture = { url: 'https://harbour.example/img/pier-800x600.jpg?sig=a', caption: 'The pier' };
const before = articleRecord({ images: [picture] });
const { rights } = before;

const changed = (changes: Partial<ArticleRecord>) =>
  changesBetween(fingerprintOf(before), fingerprintOf({ ...before, ...changes }));

test.each<[string, Partial<ArticleRecord>, string[]]>([
  ['the text as scraped', { contentHash: 'b'.repeat(64) }, ['text']],
  ['the summary', { summary: 'The line will go.' }, ['text']],
  ['the use of pictures', { rights: { ...rights, images: 'none' } }, ['rights']],
  ['indexing', { rights: { ...rights, noindex: false } }, ['rights']],
  ['the canonical link', { rights: { ...rights, canonical: false } }, ['rights']],
  ['the expiry', { rights: { ...rights, expiresAt: '2027-01-01T00:00:00.000Z' } }, ['rights']],
  [
    'the attribution',
    { rights: { ...rights, attribution: { ...rights.attribution, text: 'Hill' } } },
    ['rights'],
  ],
  [
    'the licence',
    { rights: { ...rights, licence: { basis: 'agreement', reference: '27' } } },
    ['rights'],
  ],
  [
    'the lead picture',
    { images: [{ ...picture, url: 'https://harbour.example/img/lamp.jpg' }] },
    ['images'],
  ],
  ['a caption', { images: [{ ...picture, caption: 'The old pier' }] }, ['images']],
  [
    'a table in the text',
    {
      body: [
        { p: 0 },
        {
          table: {
            rows: [
              ['a', 'b'],
              ['c', 'd'],
            ],
          },
        },
      ],
    },
    ['text'],
  ],
  ['a picture taken away', { images: [] }, ['images']],
  [
    'a picture’s words for those who do not see it',
    { images: [{ ...picture, alt: 'A pier' }] },
    ['images'],
  ],
  ['a picture’s credit', { images: [{ ...picture, credit: 'Ann Quay' }] }, ['images']],
  ['a correction', { corrections: [{ text: 'The line stays.' }] }, ['text']],
  ['the originator', { source: 'Hill Wire' }, ['metadata']],
  ['the publisher', { publisher: { ...before.publisher, name: 'Hill' } }, ['metadata']],
  ['the channel', { channel: 'hil' }, ['metadata']],
  [
    'the address that it is known by',
    { canonicalUrl: 'https://harbour.example/n/7' },
    ['metadata'],
  ],
  ['the topics', { topics: [{ path: 'harbour-post/crime', name: 'Crime' }] }, ['metadata']],
  ['the outlet', { outlet: { name: 'Hill' } as never }, ['metadata']],
  ['the dateline', { dateline: 'QUAY TOWN' }, ['metadata']],
  ['the byline', { authors: [{ name: 'Ann Quay' }] }, ['metadata']],
  ['the section', { section: 'Crime' }, ['metadata']],
  ['the gate', { flags: { ...before.flags, gated: true } }, ['metadata']],
  ['the taxonomy', { taxonomy: ['harbour-post/crime'] }, ['metadata']],
  ['the language', { language: 'fil' }, ['metadata']],
  [
    'picture rights and pictures',
    { rights: { ...rights, images: 'none' }, images: [] },
    ['rights', 'images'],
  ],
])('a change of %s is told as %j', (_what, changes, told) => {
  expect(changed(changes)).toEqual(told);
});

test.each<[string, Partial<ArticleRecord>]>([
  ['a later visit', { fetchedAt: '2026-11-21T00:00:00.000Z', revision: before.revision + 9 }],
  ['another time of change', { modifiedAt: '2026-11-21T00:00:00.000Z' }],
  ['another place of a field', { provenance: { title: 'meta' } }],
  ['another reason for the same rights', { rights: { ...rights, reasons: [] } }],
  ['another confidence', { confidence: 0.4 }],
  ['another feed that has it too', { feedUrl: 'https://harbour.example/all.xml', guid: '4711' }],
  ['a campaign in its address', { url: 'https://harbour.example/world/ferry-line?utm_source=x' }],
  [
    'a picture signed anew in another size',
    {
      images: [
        { ...picture, url: 'https://harbour.example/img/pier-1200x900.jpg?sig=b', width: 1200 },
      ],
    },
  ],
])('%s is no change', (_what, changes) => {
  expect(changed(changes)).toEqual([]);
});

test('the order of keys is no change, the order of pictures is one', () => {
  const { name, host } = before.publisher;
  expect(changed({ publisher: { host, name } })).toEqual([]);
  const second = { url: 'https://harbour.example/img/lamp.jpg' };
  const two = fingerprintOf({ ...before, images: [picture, second] });
  expect(changesBetween(two, fingerprintOf({ ...before, images: [second, picture] }))).toEqual([
    'images',
  ]);
});

test('without a fingerprint to compare with, everything counts as changed', () => {
  expect(changesBetween(undefined, fingerprintOf(before))).toEqual([
    'text',
    'rights',
    'images',
    'metadata',
  ]);
});

test('links and emphasis alone are no change', () => {
  const body = (spans: string[]) => fingerprintOf({ ...before, body: [{ p: 0, spans }] });
  expect(changesBetween(body(['a']), body(['b']))).toEqual([]);
});

test('another text by the operator’s rules is another text', () => {
  const [plain, one, other] = [undefined, 'a', 'b'].map((hash) => fingerprintOf(before, hash));
  expect(changesBetween(plain, one!)).toEqual(['text']);
  expect(changesBetween(one, other!)).toEqual(['text']);
  expect(changesBetween(one, fingerprintOf(before, 'a'))).toEqual([]);
});
