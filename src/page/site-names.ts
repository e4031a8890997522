import { hostOf, type Page } from './page.ts';
import { folded } from './plain-text.ts';

const LEADING_ARTICLE = /^(?:the|der|die|das|les?|la|el|los|las|il|lo|de|het)\s+/i;

/** A name without its article, folded: "The Quay" and "Quay" are one name. */
export const foldedName = (name: string): string => folded(name.replace(LEADING_ARTICLE, ''));

/** What a site may call itself, folded. */
export interface SiteNames {
  /** By the page's own data and by its address. */
  stated: Set<string>;
  /**
   * By the source's config, without its article; empty for a page of no known source. By itself it is one clue: a source may be called
   * "Apple", and its headlines begin with that word.
   */
  configured: string;
}

/** A page's title, writers and lines are all compared with them. */
const known = new WeakMap<Page, SiteNames>();

/** Every name under which the page's publisher may sign a title or an article. */
export function readSiteNames(page: Page): SiteNames {
  const names = known.get(page) ?? namesOfPublisher(page);
  known.set(page, names);
  return names;
}

function namesOfPublisher(page: Page): SiteNames {
  const host = hostOf(page).replace(/^www\./, '');
  const labels = host.split('.');
  const names = [...page.says.siteNames, host, labels.slice(0, -1).join(' '), labels.at(-2)];
  return {
    stated: new Set(names.map((name) => folded(name ?? '')).filter((name) => name.length > 1)),
    configured: foldedName(page.siteName ?? ''),
  };
}
