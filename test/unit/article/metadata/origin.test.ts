import { describe, expect, test } from 'vitest';
import { findOrigin } from '../../../../src/article/metadata/origin.ts';
import type { AgencySignature } from '../../../../src/article/scraped.ts';
import { pageOf } from '../../../support/site/page-of.ts';

const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const ld = (node: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'H', author: 'A', ...node })}</script>`;
const origin = (html: string, ...signatures: AgencySignature[]) =>
  findOrigin(pageOf(html), signatures);

const IDS = [
  'dc.identifier',
  'brightspot.contentid',
  'article-id',
  'articleid',
  'article:id',
  'contentid',
  'content-id',
  'content_id',
  'cms-id',
  'post-id',
  'postid',
  'parsely-post-id',
  'cxenseparse:recs:articleid',
  'bt:id',
];

describe('the publisher’s own id', () => {
  test.each(IDS)('stands in %s, before those that follow', (name) => {
    const html = IDS.slice(IDS.indexOf(name))
      .map((one) => meta(one, one))
      .reverse()
      .join('');
    expect(origin(html).nativeId).toMatchObject({ value: name, from: 'meta' });
  });

  test.each([
    ['urn:uuid:abc', 'abc'],
    ['URN:URI:base64:abc', 'abc'],
    ['https://quay.example/1', undefined],
    ['two words', undefined],
  ])('%s is %s', (content, id) => {
    expect(origin(meta('dc.identifier', content)).nativeId?.value).toBe(id);
  });

  test('stands in structured data where metadata is silent', () => {
    expect(origin(ld({ identifier: 'abc' })).nativeId).toMatchObject({
      value: 'abc',
      from: 'jsonld',
    });
    expect(origin(ld({ identifier: { '@type': 'PropertyValue', value: 7 } })).nativeId?.value).toBe(
      '7',
    );
    expect(origin(ld({ identifier: 'https://quay.example/1' })).nativeId).toBeUndefined();
    expect(
      origin(ld({ identifier: 'abc' }) + meta('postid', 'two words')).nativeId,
    ).toBeUndefined();
  });
});

describe('who wrote it', () => {
  const signed = (where: AgencySignature['where']): AgencySignature => ({ agency: 'AFP', where });

  test.each(['dc.source', 'original-source-name'])('is said by %s', (name) => {
    expect(origin(meta(name, 'Port Agency')).originator).toMatchObject({
      value: 'Port Agency',
      from: 'meta',
    });
    expect(origin(meta(name, 'https://port.example/')).originator).toBeUndefined();
  });

  test('is said by structured data, also by reference', () => {
    const agency = { '@id': '#a', '@type': 'Organization', name: 'Port Agency' };
    expect(
      origin(ld({ sourceOrganization: [{ '@id': '#x' }, { '@id': '#a' }] }) + ld(agency))
        .originator,
    ).toMatchObject({
      value: 'Port Agency',
      from: 'jsonld',
    });
  });

  test.each([
    ['author', 'jsonld'],
    ['byline', 'text'],
    ['dateline', 'text'],
    ['text', 'text'],
    ['rights', 'meta'],
  ] as const)('is the agency that signs in the %s', (where, from) => {
    expect(origin('<p>', signed(where)).originator).toMatchObject({ value: 'AFP', from });
  });

  test('is what metadata says, then structured data, then a signature', () => {
    const data = ld({ sourceOrganization: { name: 'Data' } });
    expect(origin(meta('dc.source', 'Meta') + data, signed('author')).originator?.value).toBe(
      'Meta',
    );
    expect(origin(data, signed('author')).originator?.value).toBe('Data');
    expect(origin('<p>').originator).toBeUndefined();
  });

  test('is written as the publisher is where both are one', () => {
    const { originator, publisherName } = origin(
      meta('dc.source', 'THE QUAY') + meta('og:site_name', 'The Quay'),
    );
    expect([originator?.value, publisherName?.value]).toEqual(['The Quay', 'The Quay']);
  });
});

test('who published it, and on which channel, is what the page states', () => {
  expect(
    origin(ld({ publisher: { name: 'The Quay' } }) + meta('prism.channel', 'qc')),
  ).toMatchObject({
    publisherName: { value: 'The Quay', from: 'jsonld' },
    channel: { value: 'qc', from: 'meta' },
  });
  expect(origin('<p>')).toEqual({});
});
