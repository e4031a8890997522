import { describe, expect, test } from 'vitest';
import type { Rights } from '../../../../src/article-record.ts';
import { AGENCIES } from '../../../../src/article/names/agencies.ts';
import { scrapeArticle } from '../../../../src/article/scrape.ts';
import { normalizeArticle } from '../../../../src/record/normalize.ts';
import { article, FIRST, SECOND, THIRD } from '../../article/ferry-page.ts';

const licence = { basis: 'agreement', reference: 'contract 2026-14', scope: 'text' };

interface Given {
  /** JSON-LD's author. */
  author?: object | string;
  /** More of JSON-LD, or another headline. */
  data?: object;
  head?: string;
  byline?: string;
  first?: string;
  last?: string;
  source?: { name?: string; scope?: string };
  entryAuthor?: string;
}

/** What may become of a page of a source that may be published in full. */
function rightsOf({
  author,
  data: more,
  head = '',
  byline = '',
  first = FIRST,
  last = '',
  source,
  entryAuthor,
}: Given): Rights {
  const data = { '@type': 'NewsArticle', headline: 'Ferry late again', author, ...more };
  const ld = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  const text = [first, SECOND, THIRD].map((paragraph) => `<p>${paragraph}</p>`).join('');
  const scraped = scrapeArticle({
    siteName: undefined,
    html: `<html lang="en"><head><title>Ferry late again</title>${author || more ? ld : ''}${head}</head><body>${article(`${byline}<div class="article-body">${text}${last}</div>`)}</body></html>`,
    url: 'https://lantern.example/ferry-late',
  });
  if (scraped.kind !== 'article') throw new Error(scraped.message);
  const outcome = normalizeArticle({
    scraped: scraped.article,
    source: {
      id: 'lantern',
      name: source?.name ?? 'Harbour Lantern',
      channel: '',
      republish: 'full',
      licence: { ...licence, scope: source?.scope ?? licence.scope },
    },
    url: 'https://lantern.example/ferry-late',
    fetchedAt: new Date('2026-11-25T12:00:00Z'),
    ...(entryAuthor && {
      entry: {
        id: '1',
        title: 'Ferry late again',
        link: null,
        published: null,
        updated: null,
        author: entryAuthor,
        summary: null,
        content: null,
        categories: [],
        enclosures: [],
      },
    }),
  });
  if (outcome.kind !== 'record') throw new Error(outcome.message);
  return outcome.record.rights;
}

const organization = (name: string) => ({ '@type': 'Organization', name });
const person = (name: string) => ({ '@type': 'Person', name });
const wires = ({ reasons }: Rights) =>
  reasons.filter(({ signal, effect }) => signal === 'wire' && effect !== undefined);

function expectExcerpt(given: Given): void {
  const rights = rightsOf(given);
  expect({ mode: rights.mode, wires: wires(rights).length > 0, given }).toEqual({
    mode: 'excerpt',
    wires: true,
    given,
  });
}

const sellersOfText = AGENCIES.filter(({ sells }) => sells === 'text').map(
  (agency) => [agency.name, agency] as const,
);

test.each(sellersOfText)(
  'a text that %s signs is at most an excerpt',
  (_, { signs, alone, names }) => {
    for (const sign of [...signs, ...alone, ...names]) {
      expectExcerpt({ author: organization(sign) });
      expectExcerpt({ author: organization(sign.toUpperCase()) });
      expectExcerpt({ first: `PORT ELSE, Nov 12 (${sign}) — ${FIRST}` });
      expectExcerpt({ first: `Port Else (${sign}) - ${FIRST}` });
      expectExcerpt({ last: `<p>© 2026 ${sign}</p>` });
    }
    for (const sign of [...signs, ...names]) {
      expectExcerpt({ author: sign });
      expectExcerpt({ author: [person('Ann Lee'), organization(sign)] });
      expectExcerpt({ byline: `<p class="byline">By ${sign}</p>` });
      expectExcerpt({ byline: `<p class="byline">By Ann Lee, ${sign}</p>` });
      expectExcerpt({ last: `<p>— ${sign}</p>` });
      expectExcerpt({ last: `<p>Source: ${sign}</p>` });
      expectExcerpt({ last: `<p>${SECOND} (${sign})</p>` });
      expectExcerpt({ entryAuthor: sign });
    }
  },
);

test.each<[string, Given]>([
  ['a desk of the agency', { author: 'AP Sports Writer' }],
  ['a staff byline', { byline: '<p class="byline">By Reuters Staff</p>' }],
  ['the line below the writer', { byline: '<p>By Ann Lee</p><p>Associated Press</p>' }],
  ['an agency beside a writer', { byline: '<p class="byline">Ann Lee | AFP</p>' }],
  ['an agency in brackets beside a writer', { author: person('Ann Lee (EFE)') }],
  ['two agencies', { byline: '<p class="byline">Von dpa/AFP</p>' }],
  ['metadata', { head: '<meta name="author" content="Kyodo News">' }],
  ['a source that the page states', { head: '<meta name="dc.source" content="Bernama">' }],
  [
    'an agency that signs while the page states another source',
    { head: '<meta name="dc.source" content="Harbour Lantern">', author: organization('TASS') },
  ],
  ['slashes', { first: `МОСКВА, 12 ноября. /ТАСС/. ${FIRST}` }],
  ['the sign before the place', { first: `(ANSA) - ROMA, 12 NOV - ${FIRST}` }],
  ['the sign as a name', { first: `Roma, 12 nov. (Ansa) – ${FIRST}` }],
  ['full stop and dash', { first: `Madrid, 12 nov (EFE).- ${FIRST}` }],
  ['a day, and no dash', { first: `NEW DELHI, Nov 12 (PTI) ${FIRST}` }],
  ['a desk of the agency in the dateline', { first: `Berlin/Hamburg (dpa/lno) - ${FIRST}` }],
  ['small words of a place', { first: `Rio de Janeiro, 12 de noviembre (EFE) - ${FIRST}` }],
  ['Chinese', { first: `新华社北京11月12日电 ${FIRST}` }],
  ['Japanese', { first: `【ワシントン共同】${FIRST}` }],
  ['Japanese with a day', { first: `［東京　12日　ロイター］ - ${FIRST}` }],
  ['Korean', { first: `(서울=연합뉴스) 이안 기자 = ${FIRST}` }],
  ['Arabic', { first: `القاهرة (رويترز) - ${FIRST}` }],
  ['a sign after the last sentence', { last: `<p>${SECOND} EFE</p>` }],
  ['a number of the agency', { last: '<p>© dpa-infocom, dpa:261112-99-000001/2</p>' }],
  ['a notice in data', { head: '<meta name="dc.rights" content="Copyright 2026 AFP">' }],
  [
    'a page that calls the agency its publisher',
    { author: organization('Reuters'), head: '<meta property="og:site_name" content="Reuters">' },
  ],
])('an agency is known by %s', (_, given) => {
  expectExcerpt(given);
});

test.each<[string, Given]>([
  ['of a person', { author: person('AP Karsten'), byline: '<p class="byline">By AP Karsten</p>' }],
  ['of a person with dots', { author: person('A.P. Narrow') }],
  ['of a person called Ansa', { author: person('Ansa Marrow') }],
  ['of a person called Ansa, and no more', { author: person('Ansa') }],
  ['of initials', { byline: '<p class="byline">By AA</p>' }],
  ['of a person called Efe', { byline: '<p class="byline">By Efe Yildar</p>' }],
  ['of Michael Bloomberg', { author: person('Michael Bloomberg') }],
  ['of a paper', { author: organization('Tassie Times') }],
  ['of another paper', { author: organization('Nana Press') }],
  ['of a university', { author: organization('UNI Press') }],
  ['of a paper in capitals', { author: organization('APPLETON MIRROR') }],
  ['of a press association', { author: organization('Harbour Press Association') }],
  ['of those who helped', { byline: '<p class="byline">By Ann Lee with Reuters</p>' }],
  ['of those who are credited', { last: '<p>With reports from Xinhua and Kyodo News</p>' }],
  ['of those who contributed', { last: '<p>The Associated Press contributed to this report.</p>' }],
  [
    'of the picture',
    {
      last: '<figure><img src="/boat.jpg" width="900" height="600"><figcaption>© ANSA</figcaption></figure>',
    },
  ],
  [
    'in a sentence',
    { first: `The mayor told Kyodo News (KYODO) – nobody knows why – that ${FIRST}` },
  ],
  [
    'of a payment',
    { first: `Unified Payments Interface (UPI) – the way to pay for soup – came. ${FIRST}` },
  ],
  ['of a place', { first: `HARRISBURG, Pa. — ${FIRST}` }],
  ['of the paper in the dateline', { first: `PORT ELSE (Harbour Lantern) — ${FIRST}` }],
  ['of what is told', { last: `<p>${SECOND} She told the Associated Press (AP).</p>` }],
  ['of the source itself', { source: { name: 'ANSA' }, author: organization('ANSA') }],
  [
    'of an agency that the licence names',
    { source: { scope: 'text of Reuters' }, author: organization('Reuters') },
  ],
])('the text may be published in full beside the name %s', (_, given) => {
  const { mode, reasons } = rightsOf(given);
  expect({ mode, reasons, given }).toMatchObject({ mode: 'full' });
});

// A template may put anything for a headline. Nothing is taken from such a node, but a right that it claims counts.
describe('a node that stands in the page’s place under another headline', () => {
  const headline = 'Placeholder of the template for every story';
  const title = 'Ferry to the outer islands is late again';
  const titles = `<meta property="og:title" content="${title}"><meta name="twitter:title" content="${title}">`;
  test.each<[string, object]>([
    ['is signed', { author: { '@type': 'Organization', name: 'Kyodo News' } }],
    [
      'is signed beside a person',
      {
        author: [
          { '@type': 'Person', name: 'Bo Quay' },
          { '@type': 'Organization', name: 'TASS' },
        ],
      },
    ],
    [
      'names who holds the rights',
      { author: 'Bo Quay', copyrightHolder: { '@type': 'Organization', name: 'ANSA' } },
    ],
    ['has a notice', { author: 'Bo Quay', copyrightNotice: '© 2026 Xinhua' }],
    [
      'names its source',
      { author: 'Bo Quay', sourceOrganization: { '@type': 'Organization', name: 'PTI' } },
    ],
  ])('holds the text to an excerpt where it %s', (_how, more) => {
    expect(rightsOf({ head: titles, data: { headline, ...more } }).mode).toBe('excerpt');
  });

  test('holds nothing up where it names nobody, or where another node is surely the page’s', () => {
    expect(rightsOf({ head: titles, data: { headline, author: 'Bo Quay' } }).mode).toBe('full');
    const other = {
      '@type': 'NewsArticle',
      headline,
      author: { '@type': 'Organization', name: 'Reuters' },
    };
    const head = `<script type="application/ld+json">${JSON.stringify(other)}</script>`;
    expect(
      rightsOf({ author: 'Bo Quay', head: titles + head, data: { headline: title } }).mode,
    ).toBe('full');
  });
});
