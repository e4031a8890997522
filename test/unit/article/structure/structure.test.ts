import { expect, test } from 'vitest';
import { bodySchema } from '../../../../src/article-body.ts';
import { between, FIRST, recordOf } from './body-of-page.ts';

test('plain paragraphs alone need no body', () => {
  const text =
    'The guild opened a second oven beside the mill, and a third one is to follow before the spring.';
  expect(recordOf(`<p>${text}</p>`).body).toBeUndefined();
});

test('pictures stand in their place by their index, each once', () => {
  const figure = (name: string) =>
    `<figure><img src="/img/${name}.jpg" width="900" height="600" alt=""><figcaption>The ${name} of the mill.</figcaption></figure>`;
  const text =
    '<p>The guild opened a second oven beside the mill, and a third one is to follow before the spring.</p>';
  const { body, images } = recordOf(
    `${figure('wheel')}${text}${figure('stone')}${figure('wheel')}`,
  );
  const names = images.map(({ url }) => url.split('/').at(-1));
  expect(names).toEqual(['wheel.jpg', 'stone.jpg']);
  expect(body).toEqual([{ p: 0 }, { image: 0 }, { p: 1 }, { image: 1 }, { p: 2 }, { p: 3 }]);
});

test('code and rules stand in their place; lines that only keep their breaks are text', () => {
  const html =
    '<pre><code>mill --grind\n  --stone 2</code></pre><hr><pre>The wheel turns once a minute, and the stone turns nine times.\n\nIt has done so since the bridge was built over the weir by the monks.</pre>';
  const found = between(html);
  expect(found?.slice(0, 2)).toEqual([{ code: 'mill --grind\n  --stone 2' }, { rule: true }]);
  expect(found?.filter((block) => 'code' in block)).toHaveLength(1);
});

test('what stands before the first paragraph or after the last is no part, but for what says something itself', () => {
  const { body } = recordOf(
    '',
    '<hr><iframe src="https://www.youtube.com/embed/Mi11WhEEl_1"></iframe>',
  );
  expect(body?.at(-1)).toMatchObject({ embed: { provider: 'youtube' } });
  expect(body?.some((block) => 'rule' in block)).toBe(false);
});

test('the body of a page of every kind parses by its schema and names each paragraph at most once', () => {
  const { body, paragraphs } = recordOf(
    `<h2>Flour</h2><p>It is <b>dark</b> and <a href="https://guild.example">dear</a>, the guild of bakers told the paper on Friday.</p><ul><li>Rye</li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>`,
  );
  const read = bodySchema.parse(JSON.parse(JSON.stringify(body)));
  const named = read.flatMap((block) => ('p' in block ? block.p : []));
  expect(named).toEqual(paragraphs.map((_, at) => at));
  expect(paragraphs[0]!.text).toBe(FIRST);
});

test('a term of three hundred characters is one, a longer text is not', () => {
  const terms = (characters: number) =>
    between(
      `<dl><dt>${'Weir '.padEnd(characters, 'x')}</dt><dd>A wall across a river that raises the water for a mill.</dd></dl>`,
    )?.filter((block) => 'term' in block);
  expect(terms(300)).toHaveLength(1);
  expect(terms(301)).toHaveLength(0);
});
