import { describe, expect, test } from 'vitest';
import { stateText, structuredText } from '../../../../src/article/text/embedded-text.ts';
import { NOTHING_KNOWN } from '../../../support/article/rule-on.ts';
import { pageOf } from '../../../support/site/page-of.ts';
import { sentence } from './article-of.ts';

const LINES = ['A', 'B', 'C', 'D'].map((name) => sentence(name));
const TEXT = LINES.join('\n');
const state = (html: string) =>
  stateText(pageOf(html), NOTHING_KNOWN)
    .kept.map(({ text }) => text[0])
    .join('');
const script = (data: unknown, type = 'application/json') =>
  `<script type="${type}">${JSON.stringify(data)}</script>`;

describe('the text in structured data', () => {
  const structured = (articleBody: unknown) =>
    structuredText(
      pageOf(
        script(
          { '@type': 'Article', headline: 'H', author: 'A', articleBody },
          'application/ld+json',
        ),
      ),
      NOTHING_KNOWN,
    )
      .kept.map(({ text }) => text[0])
      .join('');

  test('is taken line by line, or as HTML', () => {
    expect(structured(TEXT)).toBe('ABCD');
    expect(structured(LINES.join('   '))).toBe('ABCD');
    for (const tag of ['p', 'div', 'li', 'blockquote']) {
      expect(structured(LINES.map((line) => `<${tag}>${line}</${tag}>`).join(''))).toHaveLength(4);
    }
    expect(structured(LINES.join('<br><br>'))).toBe('ABCD');
    expect(structured(LINES.join('<h3>Soup</h3>'))).toBe('ASBSCSD');
    expect(structured(LINES.join(' <b>Soup</b> '))).toHaveLength(1);
    const link = '<p><a href="/x">Soup of the day</a></p>';
    expect(structured(LINES.map((line) => `<p>${line}</p>`).join(link))).toBe('ABCD');
    expect(structured(`${LINES[0]} a < b & c\n${TEXT}`)).toBe('AABCD');
  });

  test('has 300 characters, and is a text', () => {
    expect([structured(sentence('A', 300)), structured(sentence('A', 299))]).toEqual(['A', '']);
    expect(structured([TEXT])).toBe('');
    expect(structured(`${sentence('A', 499_000)}\n${sentence('B', 998)}\n${LINES[2]}`)).toBe('AB');
  });
});

describe('the text in a page’s state', () => {
  test.each([
    'body',
    'content',
    'text',
    'html',
    'article',
    'story',
    'markup',
    'value',
    'articleBodyHtml',
  ])('stands under %s', (key) => {
    expect(state(script({ a: [{ [key]: TEXT }] }))).toBe('ABCD');
    expect(state(script({ [key]: [TEXT] }))).toBe('ABCD');
  });

  test('stands under no other key, and is the longest of two sentences', () => {
    expect(state(script({ title: TEXT }))).toBe('');
    expect(state(script({ body: TEXT, text: `${sentence('X', 200)} ${sentence('Y', 200)}` }))).toBe(
      'X',
    );
    expect(state(script({ body: 'a'.repeat(400) }))).toBe('');
    expect(state(script({ body: `${'a'.repeat(300)}. b` }))).toBe('');
    expect(state(script({ body: `${'a'.repeat(300)}.<i>b。` }))).not.toBe('');
    expect(state(script({ body: TEXT.slice(0, 299) }))).toBe('');
  });

  test.each([
    `window.__STATE__ = ${JSON.stringify({ body: TEXT })};`,
    `self.a.b=${JSON.stringify({ body: TEXT })}`,
    `globalThis["a"] = ${JSON.stringify({ body: TEXT })}`,
    `self.__next_f.push([1,${JSON.stringify(`1:${JSON.stringify({ body: TEXT })}\n`)}])`,
    `self.__next_f.push([1,${JSON.stringify(`1:T${Buffer.byteLength(TEXT).toString(16)},${TEXT}`)}])`,
  ])('is pushed or assigned: %#', (source) => {
    expect(state(`<script>${source}</script>`)).toBe('ABCD');
  });

  test.each(['text/template', 'text/x-template', 'text/html', 'TEXT/HTML'])(
    'is the template of type %s in the element of the body',
    (type) => {
      const html = LINES.map((line) => `<p>${line}</p>`).join('');
      const inside = (label: string) =>
        state(`<div class="${label}"><script type="${type}">${html}</script></div>`);
      expect([inside('article-body'), inside('menu')]).toEqual(['ABCD', '']);
    },
  );

  test('is looked for forty levels deep', () => {
    const nested = (levels: number) => {
      let value: unknown = { body: TEXT };
      for (let at = 0; at < levels; at += 1) value = { a: value };
      return state(script(value));
    };
    expect([nested(39), nested(40)]).toEqual(['ABCD', '']);
  });
});
