import { load } from 'cheerio';

export interface PublishedPage {
  status: number;
  html: string;
  title: string;
  categories: string[];
  /** Blocks of the body in order, without credit and attribution. */
  paragraphs: string[];
  credit: string;
  attribution: { text: string; href: string };
  canonical: string | undefined;
  robots: string;
}

/** What a reader's browser would get of a post, taken apart. */
export async function readPage(url: string): Promise<PublishedPage> {
  const response = await fetch(url);
  const html = await response.text();
  const $ = load(html);
  const body = $('.entry-content, .wp-block-post-content').first();
  const link = body.find('.newsrelay-attribution a');
  const texts = (selector: string) =>
    body
      .find(selector)
      .toArray()
      .map((element) => $(element).text().trim());
  return {
    status: response.status,
    html,
    title: $('h1').first().text(),
    categories: $('a[rel~=tag][href*="/category/"]')
      .toArray()
      .map((element) => $(element).text()),
    paragraphs: texts('p:not([class*=newsrelay-]), h2, li'),
    credit: texts('.newsrelay-credit').join(' '),
    attribution: { text: link.text(), href: link.attr('href') ?? '' },
    canonical: $('link[rel=canonical]').attr('href'),
    robots: $('meta[name=robots]').attr('content') ?? '',
  };
}

/** Undoes WordPress's curling of quotes and dashes, to compare with what was sent. */
export function uncurled(text: string): string {
  return text.replaceAll(/[‘’′]/g, "'").replaceAll(/[“”″]/g, '"').replaceAll('–', '-');
}
