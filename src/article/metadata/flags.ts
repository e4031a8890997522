import type { Flags, Paragraph } from '../../article-record.ts';
import { metaText } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { findPaywall } from './paywall.ts';
import type { RightsSignal } from '../../terms/rights-signal.ts';
import { typesOf } from '../../page/ld-nodes.ts';
import { patternOfRows } from '../../pattern-rows.ts';

/** Says that the story goes on. */
export const DEVELOPING = patternOfRows(
  [
    {
      name: 'says-so',
      languages: 'en',
      pattern: 'this is a (?:developing|breaking(?: news)?) story|story is developing',
      finds: [
        'This is a developing story.',
        'This is a breaking news story.',
        'The story is developing.',
      ],
      passes: ['This is a story of a developing port.', 'The story was developing.'],
    },
    {
      name: 'come-back',
      languages: 'en',
      pattern: '(?:developing|breaking) story[,.;:]? (?:please )?(?:check|refresh|will be|it will)',
      finds: [
        'Developing story, please check back',
        'Breaking story. Refresh for more',
        'Developing story: will be updated',
        'A breaking story; it will be updated',
      ],
      passes: ['A developing story of a port', 'Breaking story lines'],
    },
    {
      name: 'more-to-come',
      languages: 'en',
      pattern: String.raw`more to come\.?$`,
      finds: ['More to come.', 'There is more to come'],
      passes: ['More to come from the port', 'No more. To come'],
    },
  ],
  'i',
  (any) => String.raw`\b${any}`,
);

/** Sections of opinion. */
export const OPINION_SECTIONS = patternOfRows(
  [
    {
      name: 'opinion-english',
      languages: 'en',
      pattern: 'opinions?|op-?eds?|columns?|columnists?|commentary|editorials?|comment is free',
      finds: [
        'Opinion',
        'Op-Ed',
        'Columns',
        'Columnists',
        'Commentary',
        'Editorial',
        'Comment is free',
      ],
      passes: ['Opinion polls', 'Comment'],
    },
    {
      name: 'opinion-abroad',
      languages: 'de fr es it',
      pattern: 'meinung|kommentar|tribunes?|opinión|opinione',
      finds: ['Meinung', 'Kommentar', 'Tribune', 'Opinión', 'Opinione'],
      passes: ['Meinungen', 'La tribune du port'],
    },
  ],
  'i',
  (any) => `^${any}$`,
);

export const isDevelopingNote = (text: string): boolean =>
  text.length < 250 && DEVELOPING.any.test(text);

/**
 * What kind of article the page says it is.
 * @param paywall as `findPaywall` has it, for who knows it already
 */
export function findFlags(
  page: Page,
  title: string | undefined,
  paragraphs: Paragraph[],
  paywall: readonly RightsSignal[] = findPaywall(page),
): Flags {
  const { article } = page.ld;
  const types = typesOf(article);
  const path = URL.canParse(page.url) ? new URL(page.url).pathname : '';
  const kind =
    metaText(page.meta, 'og:type', 'article:type', 'content-type', 'page-type', 'prism.genre') ??
    '';
  const section = page.says.sections[0]?.text ?? '';
  return {
    gated: paywall.length > 0,
    live:
      types.includes('LiveBlogPosting') ||
      /\/(?:live|live-news|liveblog|live-updates)\//.test(path),
    opinion:
      types.includes('OpinionNewsArticle') ||
      /^true$/i.test(metaText(page.meta, 'article:opinion') ?? '') ||
      /\bopinion\b/i.test(kind) ||
      OPINION_SECTIONS.any.test(section) ||
      /\/(?:opinions?|op-ed|commentary|commentisfree|editorials?|meinung|kommentare?|tribune)\//.test(
        path,
      ),
    sponsored:
      types.includes('AdvertiserContentArticle') ||
      /\b(?:advertorial|sponsored|paid[ -]?content|native[ -]?ad)\b/i.test(kind) ||
      /\/(?:sponsored|advertorial|paid-content|paidcontent|brandvoice|partner-content|sponsor-content)\//.test(
        path,
      ) ||
      /^(?:true|yes|1)$/i.test(metaText(page.meta, 'sponsored', 'advertorial') ?? ''),
    developing:
      paragraphs.some(({ text }) => isDevelopingNote(text)) ||
      /^(?:developing|breaking)\s*:/i.test(title ?? ''),
  };
}
