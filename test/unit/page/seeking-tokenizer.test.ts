import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { SeekingTokenizer } from '../../../src/page/seeking-tokenizer.ts';

// That any soup becomes the tree of htmlparser2's own tokenizer is shown with the tree of a page.
function eventsOf(html: string): string[] {
  const events: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const given = Object.entries(attributes).map(([key, value]) => ` ${key}=${value}`);
        events.push(`<${name}${given.join('')}>`);
      },
      ontext: (text) => events.push(text),
      onclosetag: (name) => events.push(`</${name}>`),
    },
    { Tokenizer: SeekingTokenizer },
  );
  parser.end(html);
  return events;
}

test.each(['tmp', 'TMP', 'tMp', 'Tmp'])('<%s> is an element like others', (name) => {
  expect(eventsOf(`<${name}><b>x</b></${name}>`)).toEqual(['<tmp>', '<b>', 'x', '</b>', '</tmp>']);
});

test.each(['xmp', 'textarea', 'title'])('what stands in <%s> is text', (name) => {
  expect(eventsOf(`<${name}><b>x</b></${name}><i>`).join('')).toBe(
    `<${name}><b>x</b></${name}><i></i>`,
  );
});

test('names and attributes are read to their ends, of whatever letters', () => {
  expect(eventsOf('<amp-img DATA-az09_x=a Z="z" a-z></amp-img >')).toEqual([
    '<amp-img data-az09_x=a z=z a-z=>',
    '</amp-img>',
  ]);
});

test.each([0, 1, 22, 23, 24, 25, 100])(
  'a text and a value of %i characters end where they end',
  (length) => {
    const text = 'x'.repeat(length);
    expect(eventsOf(`<b title="${text}">${text}<!--${text}--></b>`).join('')).toBe(
      `<b title=${text}>${text}</b>`,
    );
  },
);

test('entities are left as they are written', () => {
  expect(eventsOf('<b title="&amp;">a &lt; b</b>').join('')).toBe('<b title=&amp;>a &lt; b</b>');
});
