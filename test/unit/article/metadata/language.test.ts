import { expect, test } from 'vitest';
import { findLanguage } from '../../../../src/article/metadata/language.ts';
import { pageOf } from '../../page/page-of.ts';

const ld = (language: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', headline: 'H', author: 'A', inLanguage: language })}</script>`;

test.each([
  [`<html lang="de">${ld('en-GB')}`, 'en-GB', 'jsonld'],
  ['<html lang="de"><meta name="language" content="fr">', 'de', 'meta'],
  ['<html xml:lang="pt_br">', 'pt-BR', 'meta'],
  [`<html lang="de-AT">${ld('Deutsch, Österreich')}`, 'de-AT', 'jsonld-none'],
  ['<html lang=" EN-us ">', 'en-US', 'meta'],
  ['<html lang="zh-hant-tw">', 'zh-Hant-TW', 'meta'],
  [ld({ name: 'es' }), 'es', 'jsonld'],
] as const)('%s is %s', (html, value, from) => {
  expect(findLanguage(pageOf(html))).toEqual({
    value,
    from: from === 'jsonld-none' ? 'meta' : from,
  });
});

const NAMES = ['dc.language', 'dcterms.language', 'language', 'og:locale', 'content-language'];

test.each(NAMES)('%s says the language, before those that follow', (name) => {
  const after = NAMES.slice(NAMES.indexOf(name) + 1).map(
    (one) => `<meta name="${one}" content="de">`,
  );
  const html = `${after.join('')}<meta name="${name}" content="en_GB">`;
  expect(findLanguage(pageOf(html))?.value).toBe('en-GB');
});

test('where nothing is a language tag there is none', () => {
  expect(
    findLanguage(pageOf('<html lang="in English"><meta name="language" content="x">')),
  ).toBeUndefined();
  expect(findLanguage(pageOf('<p>'))).toBeUndefined();
});
