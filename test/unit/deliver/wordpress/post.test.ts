import { describe, expect, test } from 'vitest';
import { type TermRules, wordpressDestinationSchema } from '../../../../src/config/destinations.ts';
import { postOf, readMark } from '../../../../src/deliver/wordpress/post.ts';
import { termNames } from '../../../../src/deliver/wordpress/terms.ts';
import { articleRecord } from '../../../support/records/article-record.ts';
import { nextJob, republishJob } from '../../../support/records/republish-job.ts';

const now = new Date('2026-11-23T10:00:00Z');
const options = wordpressDestinationSchema.parse({
  type: 'wordpress',
  name: 'site',
  url: 'https://aggregator.example',
  username: 'mfnnews',
  password: 'secret',
});
const post = (changes = {}) => postOf(republishJob(changes), options, { now });

describe('terms', () => {
  const record = articleRecord();
  const rules = (changes: Partial<TermRules>): TermRules => ({ ...options.categories, ...changes });
  const table: [name: string, rules: Partial<TermRules>, terms: string[]][] = [
    [
      "the site's header line by default",
      {},
      [record.id, 'hbp', 'Harbour Post', ...record.taxonomy],
    ],
    ['as many as wanted', { max: 2 }, [record.id, 'hbp']],
    ['paths', { from: 'taxonomy' }, record.taxonomy],
    ['last segments in words', { from: 'leaves' }, ['Ada Marsh', 'North Coast']],
    ['topics without names as printed', { from: 'topics' }, ['Ada Marsh', 'North Coast']],
    [
      'mapped by the longest start of a path',
      {
        from: 'taxonomy',
        map: { 'harbour-post/world': 'World', 'harbour-post/world/people': 'People' },
      },
      ['People', 'World'],
    ],
    [
      'a start of a name that is no whole segment maps nothing',
      { from: 'taxonomy', map: { 'harbour-post/wor': 'World' }, unmapped: 'drop' },
      [],
    ],
    [
      'dropped by an empty name',
      { from: 'taxonomy', map: { 'harbour-post/world/people': '' } },
      ['harbour-post/world/regions/north-coast'],
    ],
    [
      'each once, and those that everything gets',
      { from: 'taxonomy', map: { 'harbour-post': 'News' }, always: ['Partners', 'News'] },
      ['News', 'Partners'],
    ],
    [
      'those of its source or its channel, beyond the most',
      { from: 'none', bySource: { 'harbour-*': ['Ports'], other: ['X'], hbp: ['Coast', 'Ports'] } },
      ['Ports', 'Coast'],
    ],
    ['none', { from: 'none' }, []],
  ];
  test.each(table)('%s', (_name, changes, terms) => {
    expect(termNames(record, rules(changes))).toEqual(terms);
  });

  test('are the names of topics as they were printed, mapped by their paths', () => {
    const topics = [
      { path: 'harbour/uk', name: 'UK' },
      { path: 'harbour/st-bride-s', name: 'St Bride’s' },
      { path: 'harbour/world/विदेश', name: 'विदेश' },
      { path: 'harbour/promos', name: 'Promos' },
    ];
    const of = (changes: Partial<TermRules>) =>
      termNames(articleRecord({ topics }), rules({ from: 'topics', ...changes }));
    expect(of({ max: 3 })).toEqual(['UK', 'St Bride’s', 'विदेश']);
    expect(of({ map: { 'harbour/world': 'World', 'harbour/promos': '' } })).toEqual([
      'UK',
      'St Bride’s',
      'World',
    ]);
    expect(of({ map: { 'harbour/uk': 'Britain' }, unmapped: 'drop' })).toEqual(['Britain']);
  });

  test('a name is cut where WordPress would fail', () => {
    const [name = ''] = termNames(
      articleRecord({ taxonomy: ['🚢'.repeat(300)] }),
      rules({ from: 'taxonomy' }),
    );
    expect(Array.from(name)).toHaveLength(200);
  });

  test('a path of a million slashes is cut before it is looked up', () => {
    const taxonomy = ['a/'.repeat(1_000_000)];
    expect(termNames(articleRecord({ taxonomy }), rules({ from: 'taxonomy' }))).toHaveLength(1);
  });
});

describe('slug', () => {
  test.each([
    ['Las Piñas: 5 held & 2 freed', 'las-pinas-5-held-2-freed-8f4f3c1a'],
    ["Mayor's “plan”", 'mayors-plan-8f4f3c1a'],
    ['日本語の見出し', '日本語の見出し-8f4f3c1a'],
    ['ไทยรัฐบาล ประกาศ', 'ไทยรัฐบาล-ประกาศ-8f4f3c1a'],
    ['กขคง'.repeat(20), `${'กขคง'.repeat(5)}-8f4f3c1a`],
    ['Новый мост', 'новый-мост-8f4f3c1a'],
    ['हिन्दी में', 'हिन्दी-में-8f4f3c1a'],
    ['🚢 !', 'article-8f4f3c1a'],
    [`word ${'x'.repeat(200)}`, 'word-8f4f3c1a'],
  ])('%s', (title, slug) => {
    expect(post({ title }).post.slug).toBe(slug);
  });
});

describe('dates', () => {
  test.each([
    ['publication', { publishedAt: '2026-11-20T08:30:00.123Z' }, '2026-11-20T08:30:00'],
    ['a time ahead is now', { publishedAt: '2099-01-01T00:00:00.000Z' }, '2026-11-23T10:00:00'],
    [
      'the epoch, which WordPress takes for no date, becomes a second later',
      { publishedAt: '1970-01-01T00:00:00.000Z' },
      '1970-01-01T00:00:01',
    ],
  ])('%s', (_name, changes, date) => {
    expect(post(changes).post.date_gmt).toBe(date);
  });
  test('first seen where publication is unknown', () => {
    const { publishedAt: _none, ...rest } = articleRecord();
    const job = { ...republishJob(), record: rest };
    expect(postOf(job, options, { now }).post.date_gmt).toBe('2026-11-20T08:40:00');
  });
});

describe('hash', () => {
  test('does not change with revision and times of fetching', () => {
    const job = republishJob();
    const again = nextJob(job, 'update', { fetchedAt: '2026-11-21T00:00:00.000Z' });
    expect(postOf(again, options, { now }).hash).toBe(postOf(job, options, { now }).hash);
  });

  test('changes with the rights, though the article is the same', () => {
    const rights = { ...articleRecord().rights, mode: 'excerpt' as const };
    expect(post({ rights }).hash).not.toBe(post().hash);
  });

  test('changes with the picture', () => {
    const job = republishJob();
    expect(postOf(job, options, { now, pictures: { id: 7, inText: new Map() } }).hash).not.toBe(
      postOf(job, options, { now, pictures: { id: 0, inText: new Map() } }).hash,
    );
  });
});

test('the mark can be read back from the text', () => {
  const { post: fields, revision, hash } = post();
  expect(readMark(fields.content)).toEqual({
    id: articleRecord().id,
    revision,
    hash,
    state: 'live',
  });
});

test('a withdrawal holds the mark and no text', () => {
  const { post: fields } = postOf(republishJob({}, 'withdraw'), options, { now });
  expect(fields.content).toMatch(/^<!-- newsrelay [^>]* withdrawn -->$/);
  expect(fields.excerpt).toBe('');
});

test('text that WordPress would act on is made inert in the text, not in addresses', () => {
  const base = articleRecord();
  const { content } = post({
    paragraphs: [{ kind: 'p', text: 'https://youtu.be/x [gallery] 8) :D' }],
    rights: {
      ...base.rights,
      attribution: { text: 'a://b', url: 'https://harbour.example/[x]' },
    },
  }).post;
  expect(content).toContain('<p>https&#58;//youtu.be/x &#91;gallery] &#56;) &#58;D</p>');
  expect(content).toContain('href="https://harbour.example/&#91;x]"');
  expect(content).toContain('>a&#58;//b</a>');
});

test('a body of a million angle brackets and colons takes linear time', () => {
  const text = '<:>['.repeat(250_000);
  expect(post({ paragraphs: [{ kind: 'p', text }] }).post.content).toContain('&lt;');
});

test('comments of new posts are closed, or left to the site where the config says so', () => {
  expect(post().post).toMatchObject({ comment_status: 'closed', ping_status: 'closed' });
  const left = postOf(republishJob(), { ...options, comments: true }, { now }).post;
  expect(left).not.toHaveProperty('comment_status');
  expect(left).not.toHaveProperty('ping_status');
});

test.each([
  [`${'a'.repeat(39)} ${'b'.repeat(39)}`, `${'a'.repeat(39)}-${'b'.repeat(39)}-8f4f3c1a`],
  [`${'a'.repeat(39)} ${'b'.repeat(40)}`, `${'a'.repeat(39)}-8f4f3c1a`],
  [`${'м'.repeat(10)} ${'о'.repeat(20)}`, `${'м'.repeat(10)}-${'о'.repeat(20)}-8f4f3c1a`],
  [`${'м'.repeat(10)} ${'о'.repeat(21)}`, `${'м'.repeat(10)}-8f4f3c1a`],
])('an address has 80 letters of words at most, and 185 as they are encoded: %s', (title, slug) => {
  expect(post({ title }).post.slug).toBe(slug);
});

test('the excerpt is the summary, inert and escaped', () => {
  expect(post({ summary: 'A < B & [x] at https://a.example' }).post.excerpt).toBe(
    'A &lt; B &amp; &#91;x] at https&#58;//a.example',
  );
  expect(post({ title: 'A <b> & "c"' }).post.title).toBe('A &lt;b&gt; &amp; "c"');
});

test('another kind of post, and its own fields, are told where the config asks for them', () => {
  const own = { ...options, postType: 'story', fields: { headline_source: 'source' as const } };
  expect(postOf(republishJob(), own, { now })).toMatchObject({
    postType: 'story',
    fields: { headline_source: 'Harbour Post' },
  });
  expect(postOf(republishJob({}, 'withdraw'), own, { now })).not.toHaveProperty('fields');
  expect(post()).not.toHaveProperty('postType');
  expect(post()).not.toHaveProperty('fields');
});

test('a picture is marked as ours where it is the lead, and no stand-in or none', () => {
  const image = { url: 'https://harbour.example/pier.jpg' };
  const withPicture = (id: number, isFallback = false) =>
    postOf(republishJob({ images: [image] }), options, {
      now,
      pictures: { id, inText: new Map(), isFallback },
    }).post.content;
  expect(withPicture(7)).toContain('<!-- newsrelay-picture ');
  expect(withPicture(7, true)).not.toContain('newsrelay-picture');
  expect(withPicture(0)).not.toContain('newsrelay-picture');
});

test('a block says its own attributes', () => {
  const { content } = post({ paragraphs: [{ kind: 'p', text: 'The pier opened.' }] }).post;
  expect(content).toMatch(
    /^<!-- wp:paragraph -->\n<p>The pier opened\.<\/p>\n<!-- \/wp:paragraph -->/,
  );
  expect(content).toContain('\n\n<!-- wp:paragraph {"className":"newsrelay-credit"} -->\n');
});
