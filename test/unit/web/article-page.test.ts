import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../../src/operations/explain.ts';
import { localTime } from '../../../src/monitor/times.ts';
import { articlePage } from '../../../src/web/article-page.ts';
import { articleTable } from '../../../src/web/article-table.ts';
import { articleRecord } from '../../support/records/article-record.ts';
import { pageText, rowsOf, SESSION } from '../../support/web/page-text.ts';

const AT = '2026-11-29T08:15:00.000Z';
const explanation = {
  articleId: 'a1',
  article: {
    title: 'Ferry stays',
    url: 'https://harbour.example/ferry',
    sourceId: 'harbour',
    action: 'update',
    revision: 7,
  },
  events: [{ at: AT, event: 'seen', feed: 'x', many: 2 }],
  jobs: [
    { queue: 'scrape', id: 'j1', state: 'failed', at: AT, addedAt: AT, reason: 'HTTP 404' },
    { queue: 'poll', id: 'j2', state: 'waiting', addedAt: AT },
  ],
  destinations: [
    { name: 'blog', state: 'down', sinceMs: Date.parse(AT), reason: 'no connection' },
    { name: 'desk', state: 'ok' },
  ],
} as unknown as Explanation;
const shown = (changes: object = {}, revisions = [articleRecord()], session?: typeof SESSION) =>
  pageText(articlePage({ explanation: { ...explanation, ...changes }, revisions, session }));

test('an article’s story has what is known of it, then what happened and which jobs there are', async () => {
  const text = await shown();
  expect(text).toContain('<h1>Ferry stays</h1>');
  expect(text).toContain(
    '<dt>address</dt><dd><a href="https://harbour.example/ferry" rel="noreferrer noopener">https://harbour.example/ferry</a></dd>',
  );
  expect(text).toContain('<dd><a href="/source/harbour">harbour</a></dd>');
  expect(text).toContain('<dt>last</dt><dd>update, revision 7</dd><dt>id</dt><dd>a1</dd>');
  expect(rowsOf(text)).toEqual([
    [localTime(AT), 'seen', 'feed x, many 2'],
    [localTime(AT), 'failed', 'scrape/j1 HTTP 404'],
    [localTime(AT), 'waiting', 'poll/j2'],
  ]);
});

test('a destination that is not well is told, and one that is well is not', async () => {
  const text = await shown();
  expect(text).toMatch(/<p class="down">blog is down since <time.*?<\/time>: no connection<\/p>/);
  expect(text).not.toContain('desk');
});

test('of what is no article yet the id is the heading', async () => {
  const text = await shown({ article: undefined });
  expect(text).toContain('<h1>a1</h1>');
  expect(text).not.toContain('<dl');
});

test.each(['takedown', 'release', 'drop'])('who has logged in may %s it', async (what) => {
  expect(await shown({}, [], SESSION)).toContain(`action="/actions/${what}"`);
  expect(await shown()).not.toContain(`/actions/${what}`);
});

describe('what changed', () => {
  const first = articleRecord({ revision: 1, paragraphs: [{ kind: 'p', text: 'One.' }] });

  test.each([
    [{ title: 'New' }, '+ New'],
    [{ subtitle: 'New' }, '+ New'],
    [{ paragraphs: [{ kind: 'p' as const, text: 'Two.' }] }, '+ Two.'],
    [{ credit: { text: 'New', people: [], organizations: [] } }, '+ New'],
  ])('%#: is told line by line', async (changes, added) => {
    const text = await shown({}, [first, { ...first, ...changes, revision: 2 }]);
    expect(text).toContain('<h3>Revision 1 → 2</h3>');
    expect(text).toContain(`<p><ins>${added}</ins></p>`);
    expect(text.match(/<del>− /g)).toHaveLength(1);
  });

  test('is nothing where the text is the same', async () => {
    const text = await shown({}, [first, { ...first, revision: 2 }, { ...first, revision: 3 }]);
    expect(text).toContain('<h3>Revision 2 → 3</h3><p class="soft">The text is the same.</p>');
  });

  test('is not known of one revision', async () => {
    expect(await shown()).toContain(
      'There is one revision, or the earlier ones are no longer kept.',
    );
  });
});

test('articles are listed with links to their stories, by their id where they have no title', async () => {
  const article = {
    id: 'a1',
    atMs: Date.parse(AT),
    sourceId: 'harbour',
    title: 'Ferry stays',
    url: 'https://harbour.example/ferry',
    action: 'publish' as const,
    mode: 'full' as const,
  };
  const text = await pageText(articleTable([article, { ...article, id: 'a2', title: '' }]));
  expect(rowsOf(text)).toEqual([
    ['changed', 'source', 'title', 'last', 'rights'],
    [localTime(AT), 'harbour', 'Ferry stays', 'publish', 'full'],
    [localTime(AT), 'harbour', 'a2', 'publish', 'full'],
  ]);
  expect(text).toContain('<a href="/article/a1">Ferry stays</a>');
  expect(text).toContain('<a href="/source/harbour">harbour</a>');
  expect(await pageText(articleTable([]))).toBe('<p class="soft">None.</p>');
});

test('a credit that went is told as gone, and one that never was is not told', async () => {
  const { credit: _, subtitle: __, ...bare } = articleRecord({ revision: 2 });
  const text = await shown({}, [
    articleRecord({ revision: 1 }),
    bare as never,
    { ...bare, revision: 3 } as never,
  ]);
  const { credit, subtitle } = articleRecord();
  expect(text.match(/<del>− /g)).toHaveLength(2);
  expect(text).toContain(`<del>− ${subtitle}</del>`);
  expect(text).toContain(`<del>− ${credit!.text.replaceAll("'", '&#39;')}</del>`);
  expect(text).not.toContain('<ins>');
  expect(text).toContain('The text is the same.');
});
