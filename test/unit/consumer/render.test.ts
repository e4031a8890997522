import { load } from 'cheerio';
import { isTag } from 'domhandler';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  renderBlocks,
  renderHtml,
  sampleJobs,
  type ArticleRecord,
} from '../../../consumer/index.js';

const jobs = sampleJobs();
const recordOf = (name: keyof typeof jobs) => jobs[name].record as ArticleRecord;

test('a rich article has its links, lists, tables, quotes, embeds and pictures in their place', () => {
  expect(renderBlocks(recordOf('publish-rich')).map(({ html }) => html)).toEqual([
    '<figure><img src="https://courier.example/img/bus-2.jpg" alt="A bus on a pier" width="1200" height="800" loading="lazy"><figcaption>The bus at the pier on Friday. (Lee Lamp)</figcaption></figure>',
    '<p>The ferry party leads in four wards, according to <a href="https://results.example/2026" rel="nofollow noopener">figures of the electoral office</a>, with <strong>92 per cent</strong> counted.</p>',
    '<figure><table><thead><tr><th>Ward</th><th>Ferry</th><th>Bridge</th></tr></thead><tbody><tr><td>North pier</td><td>4,210</td><td>3,118</td></tr></tbody></table><figcaption>Votes by ward</figcaption></figure>',
    '<h2>What comes next</h2>',
    '<ol><li>The office certifies the count by Thursday.<ul><li>On paper</li></ul></li><li>The council meets.</li></ol>',
    '<blockquote><p>We won this together, street by street.</p><cite>Mara Oduya, candidate</cite></blockquote>',
    '<p><a href="https://www.youtube.com/watch?v=Mi11WhEEl_1" rel="nofollow noopener">The count</a></p>',
    '<pre><code>count --ward all</code></pre>',
    '<hr>',
    '<dl><dt>Quay price</dt><dd>A wholesale price, all told.</dd></dl>',
    '<p class="newsrelay-credit">Ann Quay contributed to this report.</p>',
    '<p class="newsrelay-attribution"><a href="https://courier.example/2026/11/story-2" rel="nofollow noopener">The Tarn Valley Courier</a></p>',
  ]);
});

test('a record without a body is its paragraphs, items in a row one list', () => {
  const { body: _, ...record } = recordOf('publish-full');
  expect(renderHtml(record)).toContain(
    '<ul><li>Start: Monday, 4 May</li><li>Fares: as before</li></ul>',
  );
});

test('an excerpt is its summary, a link the attribution alone, with the words of the site', () => {
  const said = { readOn: 'Continue reading at' };
  expect(renderBlocks(recordOf('publish-excerpt'), said).map(({ name }) => name)).toEqual([
    'paragraph',
    'credit',
    'attribution',
  ]);
  expect(renderHtml(recordOf('publish-link'), said)).toMatch(
    /newsrelay-attribution">Continue reading at <a /,
  );
  expect(renderHtml(recordOf('publish-full'), said)).not.toContain('Continue');
});

test('headings take the level of the page, and a live entry its time', () => {
  const [heading] = renderBlocks(recordOf('publish-live'), { headingLevel: 3 });
  expect(heading).toMatchObject({
    name: 'heading',
    level: 4,
    html: '<h4><time datetime="2026-11-23T09:40:00.000Z">10:40 Ferries stop</time></h4>',
  });
});

describe('pictures keep to their rights', () => {
  const rich = recordOf('publish-rich');
  const withImages = (images: ArticleRecord['rights']['images']) => ({
    ...rich,
    rights: { ...rich.rights, images },
  });
  const imageUrl = () => 'https://site.example/copy.jpg';

  test.each([
    ['copy', 'https://site.example/copy.jpg'],
    ['link', 'https://courier.example/img/bus-2.jpg'],
  ] as const)('%s', (images, url) => {
    expect(renderHtml(withImages(images), { imageUrl })).toContain(`<img src="${url}"`);
  });

  test('none, or where the site wants none', () => {
    expect(renderHtml(withImages('none'))).not.toContain('<img');
    expect(renderHtml(rich, { images: false })).not.toContain('<img');
  });
});

test('what a later version adds to the body is left out, and what points nowhere too', () => {
  const record = {
    ...recordOf('publish-rich'),
    body: [{ p: 99 }, { image: 99 }, { sound: 'bell' }, { p: 0 }],
  };
  expect(renderBlocks(record as ArticleRecord).map(({ name }) => name)).toEqual([
    'paragraph',
    'credit',
    'attribution',
  ]);
});

test('a list that another one follows at once is one of its own', () => {
  const record = {
    ...recordOf('publish-full'),
    body: [
      { p: 2, list: 'ul' as const, start: true as const },
      { p: 3, list: 'ul' as const, start: true as const },
    ],
  };
  expect(renderBlocks(record).filter(({ name }) => name === 'list')).toHaveLength(2);
});

const ALLOWED = new Set(
  'p h2 h3 h4 ul ol li dl dt dd blockquote cite a strong em s code sup sub pre hr time figure img figcaption table thead tbody tr th td'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set('href rel class src alt width height loading datetime'.split(' '));

/** Tags and attributes that a reader's browser would see. */
function active(html: string): string[] {
  const $ = load(html, null, false);
  return $('*')
    .toArray()
    .filter(isTag)
    .flatMap(({ name, attribs }) => [
      ...(ALLOWED.has(name) ? [] : [name]),
      ...Object.keys(attribs).filter((attribute) => !ATTRIBUTES.has(attribute)),
      ...['href', 'src'].flatMap((attribute) =>
        attribs[attribute] === undefined || /^https?:\/\//.test(attribs[attribute])
          ? []
          : [attribs[attribute]],
      ),
    ]);
}

test('nothing of the hostile sample is live, whatever the options', () => {
  const record = recordOf('publish-hostile');
  for (const options of [
    {},
    { readOn: '<b>' },
    { imageUrl: () => '"><script>' },
    { linkRel: '"x' },
  ]) {
    const html = renderHtml(record, options);
    expect(active(html).filter((one) => !one.startsWith('"&gt;') && one !== '"><script>')).toEqual(
      [],
    );
    expect(html).not.toContain('<script');
  }
});

test('whatever the texts of a body, they are shown as text and nothing is live', () => {
  const text = fc
    .array(
      fc.constantFrom(
        '<script>',
        '"',
        "'",
        '>',
        '<',
        '&',
        '&lt;',
        'javascript:',
        '</p>',
        '<!--',
        ' onx=',
        '\u0000',
        'x',
      ),
      { minLength: 1 },
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (words, address) => {
      const base = recordOf('publish-rich');
      const record: ArticleRecord = {
        ...base,
        paragraphs: base.paragraphs.map((given) => ({ ...given, text: words })),
        body: [
          { p: 0, spans: [{ text: words, href: address, em: true, sub: true }] },
          { p: 2, list: 'ul' },
          { table: { caption: words, rows: [[words, words]] } },
          { embed: { url: address, provider: words, title: words, text: words } },
          { code: words },
          { term: words },
          { p: 5, cite: words },
        ],
        images: [{ url: address, alt: words, caption: words }],
      };
      expect(active(renderHtml(record))).toEqual([]);
    }),
  );
});
