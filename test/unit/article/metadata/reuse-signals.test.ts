import { describe, expect, test } from 'vitest';
import {
  findReuseSignals,
  RESTRICTS,
  RIGHTS_NOTICE,
} from '../../../../src/article/metadata/reuse-signals.ts';
import { readBlocks } from '../../../../src/page/blocks/blocks.ts';
import { pageOf } from '../../../support/site/page-of.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

function signals(html: string, headers: Record<string, string> = {}): string[] {
  const page = pageOf(html, { headers });
  const { blocks } = readBlocks(page.tree.document);
  return findReuseSignals(page, blocks).map(
    ({ signal, value, where }) => `${signal}=${value} @ ${where}`,
  );
}
const ld = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'H', author: 'A', ...node })}</script>`;

test('a page without any has none', () => {
  expect(signals('<meta name="author" content="x"><p>Bread is dear.</p>')).toEqual([]);
});

test.each([
  ['X-Robots-Tag', 'robots', 'X-Robots-Tag'],
  ['TDM-Reservation', 'tdm-reservation', 'tdm-reservation header'],
  ['tdm-policy', 'tdm-policy', 'tdm-policy header'],
  ['Content-Usage', 'content-usage', 'Content-Usage header'],
  ['Content-Signal', 'content-signal', 'Content-Signal header'],
])('the header %s is read, line by line', (header, name, where) => {
  expect(signals('<p>', { [header]: ' one \n\ntwo' })).toEqual([
    `${name}=one @ ${where}`,
    `${name}=two @ ${where}`,
  ]);
});

test.each([
  ['tdm-reservation', 'tdm-reservation'],
  ['tdm-policy', 'tdm-policy'],
  ['content-usage', 'content-usage'],
  ['content-signal', 'content-signal'],
  ['syndication-source', 'syndication-source'],
  ['original-source', 'original-source'],
  ['robots', 'robots'],
  ['x-robots-tag', 'robots'],
  ['*', 'robots'],
])('meta %s is read', (name, signal) => {
  expect(signals(`<meta name="${name}" content=" x ">`)).toEqual([
    `${signal}=x @ meta[name=${name}]`,
  ]);
});

describe('a meta that is addressed to a crawler', () => {
  test.each([
    'none',
    'noindex',
    'nosnippet',
    'noarchive',
    'nocache',
    'noimageindex',
    'noai',
    'max-snippet:3',
    'max-image-preview:none',
    'unavailable_after: x',
    'follow, NOINDEX',
  ])('is read where it says %s', (value) => {
    expect(signals(`<meta name="otherbot" content="${value}">`)).toEqual([
      `robots=${value} @ meta[name=otherbot]`,
    ]);
  });

  test.each(['index', 'nofollow', 'x-noindex', 'noindexed', 'max-snippets'])(
    'is not read where it says %s',
    (value) => {
      expect(signals(`<meta name="otherbot" content="${value}">`)).toEqual([]);
    },
  );

  test('is told with its agent, and of names like those of agents alone', () => {
    const page = pageOf('<meta name="otherbot" content="noindex">');
    expect(findReuseSignals(page, [])).toMatchObject([{ agent: 'otherbot' }]);
    expect(
      signals('<meta name="og:x" content="noindex"><meta name="7bot" content="noindex">'),
    ).toEqual([]);
  });
});

describe('a licence', () => {
  test.each([
    ['license', 'license', 'license'],
    ['dc.rights.license', 'license', 'license'],
    ['dcterms.license', 'license', 'license'],
    ['cc:license', 'license', 'license'],
    ['copyright', 'rights', 'copyright'],
    ['dc.rights', 'rights', 'copyright'],
    ['dcterms.rights', 'rights', 'copyright'],
    ['rights', 'rights', 'copyright'],
  ])('in meta %s is %s', (name, signal, where) => {
    expect(signals(`<meta name="${name}" content="x">`)).toEqual([
      `${signal}=x @ meta[name=${where}]`,
    ]);
  });

  test.each([
    'license',
    'usageInfo',
    'acquireLicensePage',
    'copyrightHolder',
    'copyrightNotice',
    'creditText',
  ])('in structured data is %s', (field) => {
    expect(signals(ld({ [field]: 'x' }))).toEqual([`${field}=x @ JSON-LD`]);
  });

  test('in a link is one, and RSL by its type', () => {
    expect(
      signals(
        '<link rel="license" href="/a"><link rel="license" type="application/rsl+xml" href="/b"><link rel="next" href="/c">',
      ),
    ).toEqual(['license=/a @ link[rel=license]', 'rsl=/b @ link[rel=license]']);
  });

  test('in the Link header is one, and RSL by its type', () => {
    const link =
      '</a>; rel="license", </b>; rel=license; type="application/rsl+xml", </c>; rel=next, </d>; rel="x license"';
    expect(signals('<p>', { link })).toEqual([
      'license=/a @ Link header',
      'rsl=/b @ Link header',
      'license=/d @ Link header',
    ]);
  });
});

describe('a notice at the end of the page', () => {
  test.each([
    ...'published reproduced copied broadcast rewritten redistributed'
      .split(' ')
      .map((verb) => `This may not be ${verb}.`),
    'It must not be published, broadcast or sold.',
    'It must not be reproduced, distributed or sold.',
    'All rights reserved',
    'Alle Rechte vorbehalten',
    'Tous droits réservés',
    'Todos los derechos reservados',
    'Tutti i diritti riservati',
    'Alle rechten voorbehouden',
    'Todos os direitos reservados',
  ])('reads "%s"', (notice) => {
    expect(signals(`<p>Bread.</p><p>© The Quay. ${notice}</p>`)).toEqual([
      `rights-notice=© The Quay. ${notice} @ text`,
    ]);
  });

  test('is told with 120 characters on either side', () => {
    const [found = ''] = signals(
      `<p>${'a'.repeat(200)} all rights reserved ${'b'.repeat(200)}</p>`,
    );
    expect(found).toBe(
      `rights-notice=${'a'.repeat(119)} all rights reserved ${'b'.repeat(99)} @ text`.replace(
        'b'.repeat(99),
        'b'.repeat(100),
      ),
    );
  });
});

walkRows('RESTRICTS', RESTRICTS);
walkRows('RIGHTS_NOTICE', RIGHTS_NOTICE);

test('terms in RSL stand in a script of their own, for the page’s address', () => {
  const block = (type: string, url = '/') =>
    `<script type="${type}"><rsl xmlns="https://rslstandard.org/rsl"><content url="${url}"><license><prohibits type="usage">all</prohibits></license></content></rsl></script>`;
  expect(signals(block('application/rsl+xml')).join()).toContain('prohibits: all');
  expect(signals(block('application/xml'))).toEqual([]);
  expect(signals(block('application/rsl+xml', '/other/'))).toEqual([]);
});

test('a page’s signals are told in one order, those of payment and its text last', () => {
  const head = `<meta name="robots" content="noai"><link rel="license" href="/a">${ld({ license: 'x', isAccessibleForFree: false })}`;
  const all = signals(`${head}<p>All rights reserved</p>`, {
    'Content-Usage': 'a=n',
    link: '</b>; rel=license',
  });
  expect(all.map((one) => one.split('=')[0])).toEqual([
    'content-usage',
    'license',
    'robots',
    'license',
    'license',
    'isAccessibleForFree',
    'rights-notice',
  ]);
});

test('a signal has ten thousand characters at most, and an agent sixty-one', () => {
  const [long = ''] = signals('<p>', { 'Content-Usage': 'x'.repeat(10_001) });
  expect(long).toBe(`content-usage=${'x'.repeat(10_000)} @ Content-Usage header`);
  const named = (length: number) =>
    signals(`<meta name="${'b'.repeat(length)}" content="noindex">`).length;
  expect([named(61), named(62)]).toEqual([1, 0]);
});
