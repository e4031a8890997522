import { describe, expect, test } from 'vitest';
import { stateDate, stateMarkup as markupOf } from '../../../src/page/state-text.ts';

const stateMarkup = (data: unknown, titles: string[], isDoubtful = false) =>
  markupOf({ data, isDoubtful }, titles);

const TITLE = 'Ferry to the outer islands is late again';
const PARAGRAPHS = [2, 3, 4, 5].map(
  (hours) =>
    `The ferry to the outer islands left ${hours} hours late again, and those who waited on the quay were given soup by the harbour office.`,
);
const MARKUP = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');
/** A story that the page leads to, longer than its own. */
const OTHER = {
  title: 'Soup kitchen closes for a week',
  body: 'The soup kitchen in the old customs house closes for a week. '.repeat(20),
};

const halves = (text: string): string[] => [text.slice(0, 40), text.slice(40)];

describe('an article that its page’s state holds is read', () => {
  test.each([
    ['as a list of texts', { paragraphs: PARAGRAPHS }],
    [
      'as paragraphs with a text',
      { body: PARAGRAPHS.map((text) => ({ type: 'paragraph', text })) },
    ],
    [
      'as content elements',
      { content_elements: PARAGRAPHS.map((content) => ({ type: 'text', content })) },
    ],
    [
      'as portable text',
      {
        body: PARAGRAPHS.map((text) => ({
          _type: 'block',
          style: 'normal',
          children: halves(text).map((half) => ({ _type: 'span', text: half, marks: [] })),
        })),
      },
    ],
    [
      'as a ProseMirror document',
      {
        doc: {
          type: 'doc',
          content: PARAGRAPHS.map((text) => ({
            type: 'paragraph',
            content: [{ type: 'text', text }],
          })),
        },
      },
    ],
    [
      'as a Lexical tree',
      {
        root: {
          type: 'root',
          children: PARAGRAPHS.map((text) => ({
            type: 'paragraph',
            children: halves(text).map((half) => ({ type: 'text', text: half })),
          })),
        },
      },
    ],
    [
      'as a Slate tree',
      {
        nodes: PARAGRAPHS.map((text) => ({
          type: 'paragraph',
          children: halves(text).map((half) => ({ text: half })),
        })),
      },
    ],
    [
      'as a Contentful document',
      {
        content: PARAGRAPHS.map((value) => ({
          nodeType: 'paragraph',
          content: [{ nodeType: 'text', value }],
        })),
      },
    ],
    [
      'as Editor.js blocks',
      { blocks: PARAGRAPHS.map((text) => ({ type: 'paragraph', data: { text } })) },
    ],
    [
      'as a tree of React’s',
      [
        '$',
        'article',
        null,
        { children: PARAGRAPHS.map((text, at) => ['$', 'p', `${at}`, { children: text }]) },
      ],
    ],
    ['as blocks of markup', { components: PARAGRAPHS.map((html) => ({ type: 'text', html })) }],
    [
      'with pictures between',
      {
        body: PARAGRAPHS.flatMap((text) => [
          { type: 'paragraph', text },
          { type: 'image', text: 'A picture' },
        ]),
      },
    ],
  ])('%s', (_how, article) => {
    expect(stateMarkup({ props: { article } }, [TITLE])).toBe(MARKUP);
    const state = {
      related: [OTHER],
      article: { title: TITLE, ...(Array.isArray(article) ? { article } : article) },
    };
    expect(stateMarkup(state, [TITLE])).toBe(MARKUP);
  });

  test.each(['body', 'articleBody', 'content', 'markdown', 'html'])(
    'as one text under %s',
    (key) => {
      const text = PARAGRAPHS.join('\n\n');
      expect(stateMarkup({ a: { b: [{ [key]: text }] } }, [])).toBe(text);
      expect(stateMarkup({ stories: [OTHER, { title: TITLE, [key]: text }] }, [TITLE])).toBe(text);
    },
  );

  test('with its headings, items and quotes', () => {
    const body = [
      { type: 'heading', text: 'What went wrong' },
      ...PARAGRAPHS.map((text) => ({ type: 'paragraph', text })),
      { type: 'list-item', text: 'The engine is old.' },
      { type: 'blockquote', text: 'Nobody told us.' },
    ];
    expect(stateMarkup({ body }, [])).toBe(
      `<h2>What went wrong</h2>\n${MARKUP}\n<li>The engine is old.</li>\n<blockquote>Nobody told us.</blockquote>`,
    );
  });
});

describe('what is no article in a page’s state is left alone', () => {
  test.each([
    ['another story alone', { stories: [OTHER] }],
    [
      'a list of stories',
      { stories: PARAGRAPHS.map((text) => ({ title: `About ${text.slice(20, 60)}`, text })) },
    ],
    [
      'a list of labels',
      { menu: Array.from({ length: 60 }, (_, at) => `Section of the harbour ${at}`) },
    ],
    ['a short text', { body: 'The ferry is late.' }],
    ['a text under a key that says nothing', { tracking: PARAGRAPHS.join(' ') }],
  ])('%s', (_what, state) => {
    expect(stateMarkup(state, [TITLE])).toBeUndefined();
  });

  test('text is shown as text, whatever signs it has', () => {
    const text = `${'We know that 1 < 2 & 3 > 2 in the harbour. '.repeat(4)}`.trim();
    expect(stateMarkup([text, text], [])).toContain('1 &lt; 2 &amp; 3');
  });
});

test.each([
  'publishedAt',
  'datePublished',
  'published_at',
  'firstPublishedDate',
  'publish_date',
  'pubDate',
])('the day under %s is that of the work with the page’s headline', (key) => {
  const own = { headline: TITLE, [key]: '2026-05-04' };
  const state = { stories: [{ ...OTHER, [key]: '2020-01-01' }, own] };
  expect(stateDate(state, [TITLE])).toBe('2026-05-04');
  expect(stateDate({ stories: [{ ...OTHER, [key]: '2020-01-01' }] }, [TITLE])).toBeUndefined();
});

test('amid a script only the text of a work with the page’s headline is the article', () => {
  const body = PARAGRAPHS.join('\n\n');
  expect(stateMarkup({ banner: { content: body } }, [TITLE], true)).toBeUndefined();
  expect(stateMarkup({ story: { title: TITLE, content: body } }, [TITLE], true)).toBe(body);
});

test.each(
  'text html markup value content children body insert items data props paragraph'.split(' '),
)('a node that keeps its text as %s is read', (key) => {
  const body = PARAGRAPHS.map((text) => ({ type: 'paragraph', [key]: text }));
  expect(stateMarkup({ headline: TITLE, article: { headline: TITLE, body } }, [TITLE])).toBe(
    MARKUP,
  );
});
