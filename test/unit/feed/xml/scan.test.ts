import { describe, expect, test } from 'vitest';
import { attributesOf, ForwardSearch, Scanner } from '../../../../src/feed/xml/scan.ts';

function tokensOf(source: string, cdataLimit?: string): string[] {
  const scanner = new Scanner(source, 0);
  const tokens: string[] = [];
  for (let token = scanner.next(cdataLimit); token; token = scanner.next(cdataLimit)) {
    const text = source.slice(token.start, token.end);
    const name = 'name' in token ? ` ${token.name}` : '';
    const selfClosing = token.kind === 'open' && token.selfClosing ? ' self-closing' : '';
    tokens.push(`${token.kind}${name}${selfClosing}: ${text}`);
  }
  return tokens;
}

describe('a text is a sequence of tokens', () => {
  test.each([
    ['', []],
    ['Bread', ['text: Bread']],
    ['<a>One</a>', ['open a: <a>', 'text: One', 'close a: </a>']],
    ['<a/><a x="1" />', ['open a self-closing: <a/>', 'open a self-closing: <a x="1" />']],
    ['<a:b-c.d x=">">', ['open a:b-c.d: <a:b-c.d x=">">']],
    ["<a x='<b'>y", ["open a: <a x='<b'>", 'text: y']],
    ['<é>', ['open é: <é>']],
    ['1 < 2 <3', ['text: 1 < 2 <3']],
    ['<a x="1" <b>', ['text: <a x="1" ', 'open b: <b>']],
    ['<a x="1', ['text: <a x="1']],
    ['<a x="it"s">', ['open a: <a x="it"s">']],
    ['</a', ['close a: </a']],
    ['</a <b>', ['close a: </a ', 'open b: <b>']],
    ['</ a>', ['text: </ a>']],
    ['x<!-- <b> -->y', ['text: x', 'text: y']],
    ['<!-- x > y', ['text:  y']],
    ['<?xml version="1.0"?>x', ['text: x']],
    ['<?php x >y', ['text: y']],
    ['<!DOCTYPE rss [<!ENTITY a "b>">]>x', ['text: x']],
    ['<!DOCTYPE rss>x', ['text: x']],
    ['<!x', []],
    ['<![CDATA[<b>]]>x', ['cdata: <b>', 'text: x']],
    ['<![CDATA[]]>', ['cdata: ']],
    ['<![CDATA[<b>', ['cdata: <b>']],
  ])('%j', (source, tokens) => {
    expect(tokensOf(source)).toEqual(tokens);
  });

  test('a section without an end runs to the end tag, unless its end comes before another', () => {
    expect(tokensOf('<![CDATA[One</a><![CDATA[two]]>', '</a')).toEqual([
      'cdata: One',
      'close a: </a>',
      'cdata: two',
    ]);
    expect(tokensOf('<![CDATA[One</a>two]]>', '</a')).toEqual(['cdata: One</a>two']);
    expect(tokensOf('<![CDATA[One</a>', '</a')).toEqual(['cdata: One</a>']);
  });

  test('a token that was looked at comes again after a rewind', () => {
    const scanner = new Scanner('<a>One<b>', 0);
    const [a, one] = [scanner.next(), scanner.next()];
    scanner.rewind(one!);
    expect([a?.kind, scanner.next()]).toEqual(['open', one]);
    expect(scanner.next()).toMatchObject({ kind: 'open', name: 'b' });
    expect(new Scanner('<a>One', 3).next()).toMatchObject({ kind: 'text', start: 3 });
  });
});

describe('a value with a bracket in it', () => {
  const tag = (length: number) => `<a x="<${'b'.repeat(length - 1)}" y>z`;

  test('is one where its quote is closed within 4,000 characters', () => {
    expect(tokensOf(tag(4_000))[0]).toMatch(/^open a/);
    expect(tokensOf(tag(4_001))[0]).toMatch(/^text: <a x="/);
  });
});

test('a search goes on from where it was, for 200 strings', () => {
  const search = new ForwardSearch('a-b-a');
  expect([
    search.next('a', 0),
    search.next('a', 1),
    search.next('a', 4),
    search.next('a', 5),
  ]).toEqual([0, 4, 4, Infinity]);
  for (let at = 0; at < 198; at += 1) search.next(`x${at}`, 0);
  expect([search.next('b', 0), search.next('-', 0), search.next('b', 0)]).toEqual([2, Infinity, 2]);
});

describe('attributes', () => {
  test.each([
    ['<a x="1" Y=\'2\' z=3 w>', { x: '1', y: '2', z: '3', w: '' }],
    ['<a isPermaLink="false" FILESIZE="9">', { isPermaLink: 'false', fileSize: '9' }],
    ['<a x = "&lt;&amp;" x="2">', { x: '<&' }],
    ['<a>', {}],
  ])('of %s', (tag, attributes) => {
    expect({ ...attributesOf(tag, 'a') }).toEqual(attributes);
  });

  test('are 200 at most', () => {
    const many = Array.from({ length: 201 }, (_, at) => `a${at}="1"`).join(' ');
    expect(Object.keys(attributesOf(`<x ${many}>`, 'x'))).toHaveLength(200);
  });
});
