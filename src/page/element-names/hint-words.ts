// What templates call the parts of a page that are not its article. Matched against whole words of class
// and id, where words end at `-`, `_`, space and camel-case humps: `header` holds no `ad`. Names that end in
// `*` match the start of a word.

import { type PatternRow, patternOfRows, type RowPattern } from '../../pattern-rows.ts';

interface HintWords {
  name: string;
  words: string;
  finds: string[];
  passes: string[];
}

function hintRow({ words, ...row }: HintWords): PatternRow {
  const names = words.split(' ');
  const starts = names.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1));
  const whole = names.filter((name) => !name.endsWith('*'));
  const ended = whole.length > 0 ? [String.raw`(?:${whole.join('|')})(?=$|[\s_-])`] : [];
  return { ...row, pattern: [...starts, ...ended].join('|') };
}

/** The first group of its pattern is the word. */
const hintWords = (rows: HintWords[]): RowPattern =>
  patternOfRows(rows.map(hintRow), 'i', (any) => String.raw`(?:^|[\s_-])(${any})`);

/** Say for certain that the text is not the article's, unless they name the page itself. */
export const STRONG_HINTS = hintWords([
  {
    name: 'advertising',
    words:
      'advert* affiliate* donat* outbrain* promo* sponsor* taboola* zergnet ad ads adbox adslot adunit dfp',
    finds: ['c-ad', 'advertisement-top', 'promoted'],
    passes: ['adrift', 'header-shadow'],
  },
  {
    name: 'readers',
    words: 'comment* disqus* respond',
    finds: ['comments', 'disqus_thread', 'respond'],
    passes: ['responded', 'communal'],
  },
  {
    name: 'accounts',
    words:
      'consent* cookie* gdpr login register registration newsletter* paywallprompt signup* subscri*',
    finds: ['newsletter-box', 'subscribe', 'login'],
    passes: ['registers', 'loginless'],
  },
  {
    name: 'ways-around',
    words:
      'breadcrumb* masthead navig* nav navbar menu* pagin* pager skip* toc footer sidebar* toolbar',
    finds: ['site-nav', 'pagination', 'skip-link', 'toc'],
    passes: ['navel', 'tocsin', 'footerless'],
  },
  {
    name: 'other-stories',
    words:
      'mostread mostpopular popular* recirc* recommend* related* trending* readmore readnext nextup upnext also',
    finds: ['related-posts', 'mostread', 'also_read'],
    passes: ['alsoran', 'correlated'],
  },
  {
    name: 'sharing',
    words: 'share* sharing* social*',
    finds: ['share-bar', 'sharing', 'social-icons'],
    passes: ['antisocial', 'shar'],
  },
  {
    name: 'beside-the-page',
    words:
      'copyright footnotes modal* popup* tooltip* noprint nocontent accessibility screenreader* sr sronly',
    finds: ['modal-open', 'sr-only', 'noprint'],
    passes: ['sru', 'bimodal'],
  },
  {
    name: 'boxes',
    words: 'authorbox authorbio authorinfo bio biography infobox factbox faktaboks faktaruta',
    finds: ['authorbox', 'post-bio', 'factbox'],
    passes: ['biotope', 'biographyx'],
  },
]);

/** Often say so: they also name parts that hold the article's text. */
export const WEAK_HINTS = hintWords([
  {
    name: 'writer-and-day',
    words:
      'author authors byline* date dateline datetime meta metadata published pubdate publishing timestamp updated viewcount views',
    finds: ['post-meta', 'byline-name', 'timestamp'],
    passes: ['metal', 'dated', 'reviews'],
  },
  {
    name: 'pictures-and-films',
    words:
      'attachment caption* carousel* chart credit* embed* figcaption figure gallery* graphic legend* overlay* playlist player podcast* rollover slideshow slick* swiper* video videos',
    finds: ['wp-caption', 'gallery-item', 'video'],
    passes: ['charts', 'figured', 'videoless'],
  },
  {
    name: 'box-beside',
    words:
      'aside box callout card cards expandable explainer extra fact facts header hidden highlight* inset rail snippet widget*',
    finds: ['info box', 'card', 'widget-area'],
    passes: ['boxing', 'cardiff', 'factual'],
  },
  {
    name: 'topics',
    words:
      'category categories event hashtag* keyword* kicker* label* tag tags taglist topic topics',
    finds: ['tags', 'post-category', 'kicker'],
    passes: ['tagged', 'topical'],
  },
  {
    name: 'ways-on',
    words:
      'bookmark* discover* discussion follow* forum* further links list-of mailing* more partner* suggest* teaser* ticker tout tweet twitter',
    finds: ['teaser-item', 'more', 'list-of-links'],
    passes: ['moreover', 'touted', 'list'],
  },
  {
    name: 'tools',
    words: 'banner* cta poll print quiz rating ratings tool tools',
    finds: ['print', 'top-banner', 'poll'],
    passes: ['printed', 'pollen'],
  },
  {
    name: 'notes',
    words: 'correction* disclaimer* references sources summary',
    finds: ['correction', 'disclaimer', 'sources'],
    passes: ['sourced', 'summaries'],
  },
]);

/** What stands at a picture is its caption, unless the element holds the text beside it too. */
export const PICTURE_WORDS =
  'image images img photo photos picture pictures foto fotos bild bilder';

export const PICTURE_HINTS = hintWords([
  {
    name: 'picture',
    words: PICTURE_WORDS,
    finds: ['lead-image', 'photo', 'bild'],
    passes: ['imaged', 'bildung'],
  },
]);

/** Say that text stands beside the picture. */
export const TEXT_HINTS = hintWords([
  {
    name: 'text',
    words: 'text* content* body* copy desc* detail* info section row',
    finds: ['image-text', 'photo-row', 'content'],
    passes: ['rows', 'sectional', 'infos'],
  },
]);
