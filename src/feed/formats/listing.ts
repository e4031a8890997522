import { load, type Cheerio, type CheerioAPI } from 'cheerio/slim';
import { DomHandler, Parser } from 'htmlparser2';
import { readDate, type DateRules } from '../../dates/date.ts';
import type { Entry, Feed } from '../entry.ts';
import { NO_HINTS } from './hints.ts';
import { collapse, resolveUrl } from './html.ts';
import type { ListingRules } from '../../config/feed-rules.ts';
import { MAX_ITEMS } from '../xml/structure.ts';

type Document = DomHandler['root'];

/** Real pages nest a few dozen deep. htmlparser2 is quadratic in nesting, so reading stops here. */
const MAX_LISTING_DEPTH = 1_000;
/** Ten times the largest front pages. */
const MAX_ELEMENTS = 100_000;

/** All that the page holds, in one element: for why see `findIn`. */
function boundedDocument(html: string): Document {
  const handler = new DomHandler();
  let depth = 0;
  let elements = 0;
  const open = handler.onopentag.bind(handler);
  const close = handler.onclosetag.bind(handler);
  handler.onopentag = (name, attributes) => {
    open(name, attributes);
    depth += 1;
    elements += 1;
    if (depth > MAX_LISTING_DEPTH || elements > MAX_ELEMENTS) parser.pause();
  };
  handler.onclosetag = () => {
    close();
    depth -= 1;
  };
  const parser = new Parser(handler, { decodeEntities: true });
  parser.end(`<listing-page>${html}`);
  return handler.root;
}

type Selection = Cheerio<never>;

/**
 * What the selector matches in an element. Cheerio's `find` begins at the children, and takes time quadratic in their
 * number; here it begins at the element, as the only child of another, and leaves it out.
 */
function findIn($: CheerioAPI, within: Selection, selector: string): Selection {
  const holder = $('<div></div>');
  for (const element of holder.toArray()) {
    if ('children' in element) element.children = within.toArray();
  }
  return holder.find(selector).not(within) as Selection;
}

/** Reads a listing page: one entry for each match of `entry` that has a link, in page order. */
export function readListing(
  html: string,
  listing: ListingRules,
  url: string | undefined,
  rules: DateRules,
): Feed {
  const $: CheerioAPI = load(boundedDocument(html));
  const base = resolveUrl($('base[href]').attr('href') ?? '', url ?? null) ?? url ?? null;
  const textOf = (within: Selection, selector: string | undefined) =>
    selector === undefined ? null : collapse(findIn($, within, selector).first().text()) || null;
  const entryOf = (block: Selection): Entry[] => {
    const found = findIn($, block, listing.link ?? 'a[href]').first();
    const anchor = found.length > 0 ? found : block;
    const link = resolveUrl(
      anchor.attr('href') ?? findIn($, anchor, 'a[href]').attr('href') ?? '',
      base,
    );
    if (link === null) return [];
    const when = listing.date === undefined ? null : findIn($, block, listing.date).first();
    const date = when && (when.attr('datetime') ?? when.attr('content') ?? when.text());
    const terms =
      listing.category === undefined ? [] : findIn($, block, listing.category).toArray();
    return [
      {
        id: null,
        title: textOf(block, listing.title) ?? (collapse(anchor.text()) || null),
        link,
        published: date ? readDate(collapse(date), rules) : null,
        updated: null,
        author: textOf(block, listing.author),
        summary: textOf(block, listing.summary),
        content: null,
        categories: terms.map((term) => ({ term: collapse($(term).text()), scheme: null })),
        enclosures: [],
      },
    ];
  };
  const blocks = $(listing.entry).toArray().slice(0, MAX_ITEMS);
  return {
    title: collapse($('title').first().text()) || null,
    language: $('html').attr('lang') ?? null,
    entries: blocks.flatMap((block) => entryOf($(block) as Selection)),
    hints: NO_HINTS,
    repairs: [],
  };
}
