import { memoized } from '../../memo.ts';
import { metaText } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { firstFound, type Layer } from '../layers.ts';
import type { Found } from '../scraped.ts';
import { languageOfText, type TextLanguage } from './language-of-text.ts';
import { ldText } from '../../page/ld-nodes.ts';

/** Languages that are written in more than one script. */
const IN_SEVERAL_SCRIPTS = new Set([
  'sr',
  'az',
  'uz',
  'bs',
  'kk',
  'tk',
  'mn',
  'ku',
  'pa',
  'tt',
  'ky',
  'ms',
]);
/** Norwegian has two written forms and three tags. */
const SAME = new Map([
  ['no', 'nb'],
  ['nn', 'nb'],
  ['bs', 'hr'],
  ['ms', 'id'],
  ['yue', 'zh'],
  ['in', 'id'],
]);
/** So many times as many common words as the stated language has make it another. */
const MANY_TIMES = 3;

const languageOf = (tag: string): string => {
  const [language = ''] = tag.toLowerCase().split('-');
  return SAME.get(language) ?? language;
};

/** The script that a language is mostly written in; undefined for one that nobody knows. */
const scriptOf = memoized(
  (language): string | undefined => new Intl.Locale(language).maximize().script,
);

/** Whether a text cannot be in the language that is stated. */
function isContradicted(tag: string, { language, hits }: TextLanguage): boolean {
  const stated = languageOf(tag);
  const [script, other] = [scriptOf(stated), scriptOf(language)];
  if (script && script !== other && !IN_SEVERAL_SCRIPTS.has(primaryTag(tag))) return true;
  const own = hits.get(stated);
  return own !== undefined && own * MANY_TIMES < (hits.get(language) ?? 0);
}

const primaryTag = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

function tagIn(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (/^[a-z]{2}(?:-[A-Z]{2})?$/.test(text)) return text;
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0];
  } catch {
    // Not a language tag ("English"): the next place may hold one.
    return undefined;
  }
}

const LANGUAGE_META = [
  'dc.language',
  'dcterms.language',
  'language',
  'og:locale',
  'content-language',
];

/** Where a page states its language; a template may state another edition's. */
const LANGUAGE_LAYERS: readonly Layer<Page, string>[] = [
  {
    name: 'structured data',
    from: 'jsonld',
    find: ({ ld }) => tagIn(ldText(ld.article['inLanguage'])),
  },
  {
    name: 'the root element',
    from: 'meta',
    find: ({ tree: { html } }) => tagIn(html?.attribs['lang'] ?? html?.attribs['xml:lang']),
  },
  { name: 'metadata', from: 'meta', find: ({ meta }) => tagIn(metaText(meta, ...LANGUAGE_META)) },
];

/** BCP 47 tag of the article's language: the stated one, unless its text is plainly in another. */
export function findLanguage(page: Page, text: string): Found<string> | undefined {
  const stated = firstFound(LANGUAGE_LAYERS, page);
  const written = languageOfText(text);
  if (!written || (stated && !isContradicted(stated.value, written))) return stated;
  return { value: written.language, from: 'text', layer: 'the words of the text' };
}
