import { describe, expect, test } from 'vitest';
import {
  canonicalNames,
  canonicalPrefix,
  documentBindings,
} from '../../../../src/feed/xml/names.ts';

describe('the namespace', () => {
  test.each([
    ['http://www.w3.org/2005/Atom', 'feed'],
    ['http://purl.org/atom/ns#', 'feed'],
    ['http://purl.org/rss/1.0/', 'feed'],
    ['http://purl.org/net/rss1.1#', 'feed'],
    ['http://my.netscape.com/rdf/simple/0.9/', 'feed'],
    ['http://channel.netscape.com/rdf/simple/0.9/', 'feed'],
    ['http://backend.userland.com/RSS', 'feed'],
    ['http://backend.userland.com/RSS2', 'feed'],
    ['http://blogs.law.harvard.edu/tech/rss', 'feed'],
    ['http://www.sitemaps.org/schemas/sitemap/0.9', 'feed'],
    ['http://www.google.com/schemas/sitemap/0.84', 'feed'],
    ['http://www.google.com/schemas/sitemap-news/0.9', 'news'],
    ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
    ['http://www.w3.org/1999/xhtml', 'xhtml'],
    ['http://purl.org/dc/elements/1.0/', 'dc'],
    ['http://purl.org/dc/elements/1.1/', 'dc'],
    ['http://purl.org/dc/terms/', 'dcterms'],
    ['http://purl.org/rss/1.0/modules/content/', 'content'],
    ['http://purl.org/rss/1.0/modules/syndication/', 'sy'],
    ['http://search.yahoo.com/mrss/', 'media'],
    ['https://search.yahoo.com/mrss', 'media'],
    ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
    ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
    ['http://www.pheedo.com/namespace/pheedo', 'pheedo'],
    ['http://prismstandard.org/namespaces/basic/2.0/', 'prism'],
  ])('%s is %s, whatever its prefix', (uri, canonical) => {
    expect(canonicalPrefix('x', uri, true)).toBe(canonical);
    expect(canonicalPrefix('', ` ${uri.toUpperCase()} `, false)).toBe(canonical);
  });

  test('that nobody knows leaves its prefix, and is foreign as a default below the root', () => {
    expect(canonicalPrefix('Own', 'http://own.example/', false)).toBe('own');
    expect(canonicalPrefix('', 'http://own.example/', true)).toBe('feed');
    expect(canonicalPrefix('', 'http://own.example/', false)).toBe('foreign');
    expect(canonicalPrefix('', ' ', false)).toBe('feed');
    expect(canonicalPrefix('atom', 'http://own.example/', false)).toBe('feed');
  });
});

describe('a name', () => {
  const canonical = canonicalNames(
    new Map([
      ['x', 'dc'],
      ['c', 'content'],
      ['r', 'rdf'],
    ]),
  );

  test.each([
    ...['rss', 'feed', 'channel', 'item', 'entry', 'urlset', 'sitemapindex'].flatMap((name) => [
      [name, name],
      [name.toUpperCase(), name],
      [`atom:${name}`, name],
      [`x:${name}`, `dc:${name}`],
    ]),
    ...['', 'atom', 'atom10', 'a10', 'rss', 'ATOM'].map((prefix) => [
      prefix === '' ? 'Title' : `${prefix}:Title`,
      'feed:title',
    ]),
    ...'pubDate lastBuildDate managingEditor webMaster skipHours skipDays textInput updatePeriod updateFrequency updateBase publicationDate modificationDate coverDate'
      .split(' ')
      .map((name) => [name.toLowerCase(), `feed:${name}`]),
    ['x:Date', 'dc:date'],
    ['DC:creator', 'dc:creator'],
    ['r:RDF', 'rdf:RDF'],
    ['rdf:rdf', 'rdf:RDF'],
    ['r:Item', 'item'],
    ['r:li', 'rdf:li'],
    ['c:encoded', 'feed:content'],
    ['content:encoded', 'feed:content'],
    ['c:other', 'content:other'],
    ['itunes:Image', 'itunes:image'],
  ])('%s is %s', (name, expected) => {
    expect(canonical(name)).toBe(expected);
    expect(canonical(name)).toBe(expected);
  });

  test('is told once where it is new, however it was written', () => {
    const met: string[] = [];
    const name = canonicalNames(new Map(), (one) => met.push(one));
    for (const written of ['title', 'Title', 'atom:title', 'link', 'title']) name(written);
    expect(met).toEqual(['feed:title', 'feed:link']);
  });

  test('is one of a thousand that are remembered, and means the same beyond', () => {
    const bindings = new Map([['x', 'dc']]);
    const name = canonicalNames(bindings);
    for (let at = 0; at < 999; at += 1) name(`n${at}`);
    for (const known of ['x:kept', 'x:lost']) name(known);
    bindings.set('x', 'media');
    expect([name('x:kept'), name('x:lost')]).toEqual(['dc:kept', 'media:lost']);
  });
});

describe('the bindings of a document', () => {
  const bindingsOf = (xml: string) => {
    const found = documentBindings(xml, xml.indexOf('>'));
    return found && Object.fromEntries(found);
  };

  test.each([
    ['<rss xmlns:x="http://purl.org/dc/elements/1.1/"><a/></rss>', { x: 'dc' }],
    ["<rss xmlns:x = 'http://purl.org/dc/terms/'>", { x: 'dcterms' }],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', { '': 'feed' }],
    ['<feed xmlns="http://own.example/">', { '': 'feed' }],
    ['<rss><a xmlns:x="http://purl.org/dc/terms/"/></rss>', { x: 'dcterms' }],
    ['<rss>', {}],
  ])('%s: %j', (xml, bindings) => {
    expect(bindingsOf(xml)).toEqual(bindings);
  });

  test.each([
    '<rss xmlns:x="http://purl.org/dc/terms/"><a xmlns:x="http://search.yahoo.com/mrss/"/></rss>',
    '<feed xmlns="http://www.w3.org/2005/Atom"><a xmlns="http://www.w3.org/1999/xhtml"/></feed>',
    '<rss><a xmlns="http://own.example/"/></rss>',
  ])('%s has none that hold throughout', (xml) => {
    expect(bindingsOf(xml)).toBeNull();
  });

  test('may be given twice alike', () => {
    const dc = 'xmlns:x="http://purl.org/dc/terms/"';
    expect(bindingsOf(`<rss ${dc}><a ${dc}/></rss>`)).toEqual({ x: 'dcterms' });
  });
});
