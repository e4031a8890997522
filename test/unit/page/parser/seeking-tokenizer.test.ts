import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import { SeekingTokenizer } from '../../../../src/page/parser/seeking-tokenizer.ts';

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

test('a text and a comment that nothing ends are read to the end of the page', () => {
  expect(eventsOf('a last word')).toEqual(['a last word']);
  expect(eventsOf('one<!-- two')).toEqual(['one']);
});

test('a handler is told how a value is quoted', () => {
  const quotes: unknown[] = [];
  const parser = new Parser(
    { onattribute: (_name, _value, quote) => quotes.push(quote) },
    { Tokenizer: SeekingTokenizer },
  );
  parser.end(`<b a="1" b='2' c=3 d>`);
  expect(quotes).toEqual(['"', "'", null, undefined]);
});

/** How often the tokenizer looks at a sign to see what is to be done. */
function stepsOf(html: string): number {
  let steps = 0;
  class Counting extends (SeekingTokenizer as unknown as new (
    ...args: ConstructorParameters<typeof SeekingTokenizer>
  ) => { shouldContinue(): boolean }) {
    override shouldContinue(): boolean {
      const goesOn = super.shouldContinue();
      if (goesOn) steps += 1;
      return goesOn;
    }
  }
  new Parser({}, { Tokenizer: Counting as unknown as typeof SeekingTokenizer }).end(html);
  return steps;
}

test.each([
  ['a text', 'a text of some words', 1],
  ['an element', '<b>', 2],
  ['a name of letters, digits, dashes and colons', '<b1-x:y>', 2],
  ['a name that may be one of raw text', '<span>', 4],
  ['a closing tag', '</article>', 2],
  ['attributes of the usual form', '<b id="x" data-1:a="y" Z="">', 3],
  ['attributes two blanks apart', '<b id="x"  z="y">', 5],
  ['a value of many signs', `<b id="${'x'.repeat(1_000)}">`, 3],
])('%s is read in a few steps', (_, html, steps) => {
  expect(stepsOf(html)).toBe(steps);
});
