import { describe, expect, test } from 'vitest';
import { stateDate, stateMarkup } from '../../../../src/page/state-text.ts';

const TITLE = 'Ferry to the outer islands is late again';
const OTHER_TITLE = 'Soup kitchen closes for a week';
const SENTENCE = 'The boat came in late, and soup was given to all who waited. ';
/** Two sentences or more, of so many characters. */
const textOf = (length: number) => SENTENCE.repeat(length).slice(0, length - 1) + '.';
const TEXT = textOf(400);
const LINES = [1, 2, 3, 4, 5, 6].map((at) => `${SENTENCE}It was day ${at}.`);
const words = (list: string) => list.split(' ');

const markupOf = (data: unknown, titles = [TITLE], isDoubtful = false) =>
  stateMarkup({ data, isDoubtful }, titles);
const isRead = (data: unknown, titles?: string[]) => markupOf(data, titles) !== undefined;

describe('a text is an article’s', () => {
  test.each(words('body content text html article story markup markdown value copy postBody'))(
    'under the key %s',
    (key) => {
      expect([isRead({ [key]: TEXT }), isRead({ [`x${key.slice(1)}`]: TEXT })]).toEqual([
        true,
        key === 'postBody',
      ]);
    },
  );

  test('from 300 to 500,000 characters', () => {
    const of = (length: number) => isRead({ body: textOf(length) });
    expect([of(299), of(300), of(500_000), of(500_001)]).toEqual([false, true, true, false]);
  });

  test('with two sentences in its first 5,000 characters', () => {
    expect(isRead({ body: `${'a'.repeat(350)}. B` })).toBe(false);
    expect(isRead({ body: `A. ${'b'.repeat(350)}.` })).toBe(true);
    expect(isRead({ body: `A.<br>${'b'.repeat(350)}.` })).toBe(true);
    const far = (length: number) => isRead({ body: `A. ${'b'.repeat(length)}.` });
    expect([far(4_996), far(4_997)]).toEqual([true, false]);
  });

  test('the longest, and of two alike the first', () => {
    const [one, other] = [TEXT, TEXT.replaceAll('boat', 'ship')];
    expect(markupOf({ body: one, content: other })).toBe(one);
    expect(markupOf({ body: one, content: `${other} ${other}` })).toBe(`${other} ${other}`);
    expect(markupOf({ body: `${other} ${other}`, content: one })).toBe(`${other} ${other}`);
  });
});

describe('the text of the work with the page’s headline comes first', () => {
  const own = (node: object) => [{ body: `${TEXT} ${TEXT}` }, { body: TEXT, ...node }];

  test.each(words('headline title headlines heading'))('by its %s', (key) => {
    expect(markupOf(own({ [key]: TITLE }))).toBe(TEXT);
    for (const part of ['basic', 'rendered', 'main']) {
      expect(markupOf(own({ [key]: { [part]: TITLE } }))).toBe(TEXT);
    }
    expect(markupOf(own({ [key]: { other: TITLE } }))).not.toBe(TEXT);
  });

  test('where six tenths of that are the page’s', () => {
    const of = (title: string) => markupOf(own({ title }), ['abcdefxyzq']) === TEXT;
    expect([of('abcdefgh'), of('abcdeghf')]).toEqual([true, false]);
  });

  test('in what it holds, and in no other', () => {
    expect(markupOf([{ title: TITLE, parts: { body: TEXT } }, { body: `${TEXT} ${TEXT}` }])).toBe(
      TEXT,
    );
    expect(markupOf({ title: TITLE, body: TEXT }, [], true)).toBeUndefined();
    expect(markupOf({ title: TITLE, body: TEXT }, [TITLE], true)).toBe(TEXT);
    expect(markupOf({ body: TEXT }, [TITLE], true)).toBeUndefined();
  });
});

describe('the text of another work is left', () => {
  const other = (title: string) => ({ stories: { title, body: TEXT } });

  test('under a headline of which less than three tenths are the page’s', () => {
    const of = (title: string) => isRead(other(title), ['abcdefnopqrstuvwxyz']);
    expect(of('abcdefghijklm 12345678901')).toBe(false);
    expect(of('abcdef6789abcdef6789abc')).toBe(true);
  });

  test('of more than twenty letters, where the page has a title', () => {
    expect([isRead(other('x'.repeat(20))), isRead(other('x'.repeat(21)))]).toEqual([true, false]);
    expect(isRead(other('x'.repeat(21)), [])).toBe(true);
    expect(isRead({ title: 'x'.repeat(21), body: TEXT })).toBe(true);
  });
});

describe('a list of paragraphs', () => {
  const list = (items: unknown[]) => markupOf({ list: items }, []);

  test.each(
    words(
      'image picture photo video embed advert ad ads related newsletter promo gallery script style button widget',
    ),
  )('is read without a node of the type %s', (type) => {
    const plain = list(LINES);
    for (const key of words('type _type __typename tag nodeType style name')) {
      expect.soft(list([...LINES, { [key]: type, text: 'Soup.' }]), key).toBe(plain);
    }
    expect(list([...LINES, { type: 'other', text: 'Soup.' }])).not.toBe(plain);
  });

  test.each(words('span text leaf link a em strong b i u hyperlink emphasis mark'))(
    'is none where its items are pieces of a line: %s',
    (type) => {
      const of = (key: string) => list(LINES.map((text) => ({ type, [key]: text })));
      expect(of('text')).toBeUndefined();
      for (const key of ['content', 'html', 'markup']) expect(of(key)).toBeDefined();
    },
  );

  test('is none where an item is a work of its own', () => {
    const items = [...LINES, { text: SENTENCE, title: 'Soup' }];
    expect(list(items)).toBeUndefined();
    expect(list([...LINES, { text: SENTENCE, title: 'So' }])).toBeDefined();
  });

  test('has two of them, of 300 to 500,000 characters together', () => {
    const of = (...lengths: number[]) => list(lengths.map(textOf)) !== undefined;
    expect([of(400), of(150, 150), of(150, 149)]).toEqual([false, true, false]);
    expect([of(250_000, 250_000), of(250_000, 250_001)]).toEqual([true, false]);
  });

  test('ends sentences with half of its items', () => {
    const of = (whole: number, cut: number) =>
      list([...Array<string>(whole).fill(TEXT), ...Array<string>(cut).fill('Soup and bread')]);
    expect([of(2, 2) !== undefined, of(2, 3) !== undefined]).toEqual([true, false]);
    expect(list([`<p>${TEXT}</p> `, `<p><b>${TEXT}</b></p>`])).toBeDefined();
  });

  test.each([
    ['h1', 'h2'],
    ['h6', 'h2'],
    ['heading', 'h2'],
    ['li', 'li'],
    ['list-item', 'li'],
    ['listItem', 'li'],
    ['pullquote', 'blockquote'],
    ['h7', 'p'],
    ['link-list', 'p'],
  ])('shows a node of the type %s as <%s>', (type, element) => {
    const of = (node: object) =>
      list([...LINES, { text: 'Soup', ...node }])
        ?.split('\n')
        .at(-1);
    expect(of({ type })).toBe(`<${element}>Soup</${element}>`);
    expect(of({ type: 'block', style: type })).toBe(`<${element}>Soup</${element}>`);
  });

  test('keeps the markup of its items, and shows other signs as they are', () => {
    expect(list([`${TEXT} <b>bold</b> & more`, TEXT])).toContain('<b>bold</b> & more');
    expect(list([`${TEXT} 1 < 2 & more`, TEXT])).toContain('1 &lt; 2 &amp; more');
  });

  test('reads a node as React writes it, and no other list', () => {
    const of = (node: unknown[]) =>
      list([...LINES, node])
        ?.split('\n')
        .at(-1);
    expect(of(['$', 'h3', null, { children: 'Soup' }])).toBe('<h2>Soup</h2>');
    expect(of(['$', 'h3', null, 'Soup'])).not.toBe('<h2>Soup</h2>');
    expect(of(['#', 'h3', null, { children: 'Soup' }])).not.toBe('<h2>Soup</h2>');
  });

  test('takes the first text that a node has', () => {
    expect(list([...LINES, { text: '', html: null, value: 'Soup.' }])).toContain('<p>Soup.</p>');
  });
});

describe('a hostile state', () => {
  const nested = (depth: number, value: unknown): unknown =>
    depth === 0 ? value : { a: nested(depth - 1, value) };

  test('is read forty levels deep', () => {
    expect([isRead(nested(39, { body: TEXT })), isRead(nested(40, { body: TEXT }))]).toEqual([
      true,
      false,
    ]);
    const dated = { title: TITLE, publishedAt: '2026-05-04' };
    expect([stateDate(nested(40, dated), [TITLE]), stateDate(nested(41, dated), [TITLE])]).toEqual([
      '2026-05-04',
      undefined,
    ]);
  });

  test('is read for fifty thousand values', () => {
    const many = (count: number, last: object) => [
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at])),
      last,
    ];
    const text = (count: number) => isRead(many(count, { body: TEXT }));
    expect([text(40_000), text(50_000)]).toEqual([true, false]);
    const dated = { title: TITLE, publishedAt: '2026-05-04' };
    expect([
      stateDate(many(49_997, dated), [TITLE]),
      stateDate(many(49_998, dated), [TITLE]),
    ]).toEqual(['2026-05-04', undefined]);
  });
});

describe('the day of a work', () => {
  test('is that of the first with the page’s headline, which states one', () => {
    const of = (...nodes: object[]) => stateDate(nodes, [TITLE]);
    expect(of({ title: TITLE }, { title: TITLE, publishedAt: 1_777_852_800 })).toBe('1777852800');
    expect(of({ title: TITLE, publishedAt: '', pubDate: '2026-05-04' })).toBe('2026-05-04');
    expect(of({ title: TITLE, publishedAt: { day: 4 } })).toBeUndefined();
    expect(of({ title: OTHER_TITLE, publishedAt: '2026-05-04' })).toBeUndefined();
    expect(stateDate(null, [TITLE])).toBeUndefined();
  });

  test('is that of a headline of which six tenths are the page’s', () => {
    const of = (title: string) => stateDate({ title, pubDate: '2026-05-04' }, ['abcdefxyzq']);
    expect([of('abcdefgh'), of('abcdeghf')]).toEqual(['2026-05-04', undefined]);
  });
});
