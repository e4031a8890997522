import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import { pageFacts } from '../../../../src/deliver/wordpress/page-facts.ts';
import { articleRecord } from '../../../support/records/article-record.ts';
import { republishJob } from '../../../support/records/republish-job.ts';
import { wordpressOptions } from '../../../support/wordpress/delivery-in-memory.ts';

const { rights, flags } = articleRecord();
const facts = (changes: Partial<ArticleRecord> = {}, options = {}) =>
  pageFacts(republishJob(changes), wordpressOptions(options));

test('a page says where its article is from, whose it is and in which language', () => {
  expect(facts()).toMatchObject({
    canonical: 'https://harbour.example/world/ferry-line',
    noindex: true,
    source: 'Harbour Post',
    url: 'https://harbour.example/world/ferry-line',
    authors: ['Lee Quay'],
    rights: 'full',
    language: 'en-PH',
    labels: [],
    published: '2026-11-20T08:30:00.000Z',
    modified: '',
    subtitle: 'The mayor spoke on Thursday',
    picture: { alt: '', caption: '', credit: '' },
    corrections: [],
    withdrawn: '',
    reason: '',
  });
});

test('what an article does not state is empty', () => {
  const { language: _l, publishedAt: _p, subtitle: _s, ...record } = articleRecord();
  const job = { ...republishJob(), record };
  expect(pageFacts(job, wordpressOptions())).toMatchObject({
    language: '',
    published: '',
    subtitle: '',
  });
});

test('labels stand in one order, the strongest first', () => {
  const all = {
    ...flags,
    developing: true,
    live: true,
    opinion: true,
    sponsored: true,
    gated: true,
  };
  expect(facts({ flags: all }).labels).toEqual(['sponsored', 'opinion', 'live', 'developing']);
});

test('a correction without a time has an empty one', () => {
  const corrections = [{ text: 'One ferry.', at: '2026-11-21T00:00:00.000Z' }, { text: 'Two.' }];
  expect(facts({ corrections }).corrections).toEqual([corrections[0], { text: 'Two.', at: '' }]);
});

test('the words of the first picture are told', () => {
  const images = [
    { url: 'https://harbour.example/a.jpg', alt: 'A', caption: 'B', credit: 'C' },
    { url: 'https://harbour.example/b.jpg', alt: 'D' },
  ];
  expect(facts({ images }).picture).toEqual({ alt: 'A', caption: 'B', credit: 'C' });
});

test.each([
  [{ canonical: false }, true, null],
  [{}, false, null],
  [{}, true, 'https://harbour.example/world/ferry-line'],
])(
  'with %j and a record whose canonical is %s the page names %s',
  (options, canonical, expected) => {
    expect(facts({ rights: { ...rights, canonical } }, options).canonical).toBe(expected);
  },
);

describe('search engines', () => {
  test.each([
    ['never', 'own content', true, true],
    ['own', 'own content', true, false],
    ['own', 'a known agreement', true, true],
    ['always', 'agreement', true, false],
    ['never', 'agreement', false, false],
  ])('index: %s with the licence "%s" and noindex %s: %s', (index, basis, noindex, expected) => {
    const own = { ...rights, noindex, licence: { basis, reference: 'contract' } };
    expect(facts({ rights: own }, { index }).noindex).toBe(expected);
  });
});

describe('a licence', () => {
  const CC = 'https://creativecommons.org/licenses';
  test.each([
    ['CC BY 4.0', '', 'CC BY 4.0', `${CC}/by/4.0/`],
    ['CC BY-NC-ND 3.0', '', 'CC BY-NC-ND 3.0', `${CC}/by-nc-nd/3.0/`],
    ['cc-by-sa', '', 'CC BY-SA 4.0', `${CC}/by-sa/4.0/`],
    ['licence', 'CC BY-ND 2.5', 'CC BY-ND 2.5', `${CC}/by-nd/2.5/`],
    ['CC BY', 'https://harbour.example/licence', 'CC BY 4.0', 'https://harbour.example/licence'],
    ['agreement', 'http://harbour.example/terms', '', 'http://harbour.example/terms'],
    ['agreement', 'see http://harbour.example/terms', '', ''],
    ['agreement', 'https://harbour.example/a b', '', ''],
    ['agreement', 'contract 2026-14', '', ''],
  ])('of "%s" and "%s" is told as "%s" at "%s"', (basis, reference, name, url) => {
    const licence = { basis, reference };
    expect(facts({ rights: { ...rights, licence } }).licence).toEqual({ name, url });
  });
});

describe('a withdrawn article', () => {
  const withdrawn = (reason?: { code: string; text?: string }) =>
    pageFacts(
      { ...republishJob({}, 'withdraw'), ...(reason && { reason }) } as never,
      wordpressOptions(),
    );

  test('says why, and to editors in words', () => {
    expect(withdrawn({ code: 'expired', text: 'its licence ended' })).toMatchObject({
      withdrawn: 'expired',
      reason: 'its licence ended',
      source: 'Harbour Post',
    });
  });

  test('without a reason is gone', () => {
    expect(withdrawn()).toMatchObject({ withdrawn: 'gone', reason: '' });
  });

  test('of a takedown names neither words nor source nor address', () => {
    expect(withdrawn({ code: 'takedown', text: 'names Ann Lee' })).toMatchObject({
      withdrawn: 'takedown',
      reason: '',
      source: '',
      url: '',
    });
  });
});
