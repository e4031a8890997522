import type { Flags, Paragraph } from '../../article-record.ts';
import { metaText } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { findPaywall } from './paywall.ts';
import type { RightsSignal } from '../../terms/rights-signal.ts';
import { typesOf } from '../../page/ld-nodes.ts';

const DEVELOPING =
  /\b(?:this is a (?:developing|breaking(?: news)?) story|(?:developing|breaking) story[,.;:]? (?:please )?(?:check|refresh|will be|it will)|story is developing|more to come\.?$)/i;

export const isDevelopingNote = (text: string): boolean =>
  text.length < 250 && DEVELOPING.test(text);

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
      /^(?:opinions?|op-?eds?|columns?|columnists?|commentary|editorials?|comment is free|meinung|kommentar|tribunes?|opinión|opinione)$/i.test(
        section,
      ) ||
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
