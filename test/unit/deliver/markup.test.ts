import fc from 'fast-check';
import { load } from 'cheerio';
import { isTag } from 'domhandler';
import { expect, test } from 'vitest';
import type { Paragraph } from '../../../src/article-record.ts';
import { bodyBlocks, bodyHtml, escapeText } from '../../../src/deliver/markup.ts';
import { articleRecord } from '../../support/records/article-record.ts';

const pieces = fc.constantFrom(
  ...'<script> </script> " \' > < & &lt; onerror= javascript: <svg/ <!-- --> ]]> ` </p> x'.split(
    ' ',
  ),
  '\u0000',
  '\u2028',
  '<a href="x"',
  '<plaintext>',
  ' ',
);
const text = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
const kind = fc.constantFrom<Paragraph['kind']>('p', 'h', 'li', 'quote');

test('whatever the text, the body holds it as text and nothing active', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ kind, text }), { minLength: 1 }),
      text,
      (paragraphs, words) => {
        const base = articleRecord();
        const url = new URL(`https://harbour.example/?${words}`).href;
        const html = bodyHtml({
          ...base,
          paragraphs,
          credit: { text: words, people: [], organizations: [] },
          rights: { ...base.rights, attribution: { text: words, url } },
        });
        const $ = load(html, null, false);
        const tags = $('*')
          .toArray()
          .filter(isTag)
          .map(({ name, attribs }) => `${name} ${Object.keys(attribs).join(',')}`);
        expect(
          tags.filter((tag) => !/^(?:p|h2|ul|li|blockquote) (?:class)?$|^a href,rel$/.test(tag)),
        ).toEqual([]);
        const shown = $('p:not([class]), h2, li')
          .toArray()
          .map((element) => $(element).text());
        expect(shown).toEqual(paragraphs.map((given) => given.text.replaceAll('\u0000', '')));
      },
    ),
  );
});

test('list items in a row are one list', () => {
  expect(bodyBlocks(articleRecord(), { images: true }).map(({ name }) => name)).toEqual([
    'paragraph',
    'heading',
    'paragraph',
    'list',
    'quote',
    'credit',
    'attribution',
  ]);
});

test('an address that is not http is no link', () => {
  const base = articleRecord();
  const attribution = { text: 'x', url: 'javascript:alert(1)' };
  expect(bodyHtml({ ...base, rights: { ...base.rights, attribution } })).toContain(
    '<p class="newsrelay-attribution">x</p>',
  );
});

test('escaped text survives a parser as it was, without controls and lone surrogates', () => {
  expect(escapeText('a\u0000b <&>"\' \uD800 🚢')).toBe('ab &lt;&amp;&gt;&quot;&#39; \uFFFD 🚢');
});

test('a body of ten thousand list items takes linear time', () => {
  const paragraphs = Array.from({ length: 10_000 }, (): Paragraph => ({ kind: 'li', text: 'x' }));
  const [list] = bodyBlocks(articleRecord({ paragraphs }), { images: true });
  expect(list?.html.length).toBe('<ul></ul>'.length + 10_000 * '<li>x</li>'.length);
});
