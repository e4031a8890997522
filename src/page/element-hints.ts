import { type Element, isTag } from 'domhandler';
import { hyphenated } from './element-words.ts';
import { memoized } from './memo.ts';

// What templates call the parts of a page that are not its article. Matched against whole words of class
// and id, where words end at `-`, `_`, space and camel-case humps: `header` holds no `ad`. Names that end in
// `*` match the start of a word.

/** Say for certain that the text is not the article's, unless they name the page itself. */
const STRONG =
  'advert* affiliate* breadcrumb* comment* consent* cookie* copyright disqus* donat* footer footnotes gdpr masthead modal* navig* nav navbar newsletter* outbrain* pagin* pager paywallprompt popular* popup* promo* recirc* recommend* related* respond share* sharing* sidebar* signup* social* sponsor* subscri* taboola* trending* zergnet ad ads adbox adslot adunit dfp mostread mostpopular login register registration skip* screenreader* sr sronly menu* toolbar tooltip* noprint readmore readnext nextup upnext also authorbox authorbio authorinfo bio biography infobox factbox faktaboks faktaruta toc nocontent accessibility';
/** Often say so: they also name parts that hold the article's text. */
const WEAK =
  'aside attachment author authors banner* bookmark* box byline* callout caption* card cards carousel* category categories chart correction* credit* cta date dateline datetime disclaimer* discover* discussion embed* event expandable explainer extra fact facts figcaption figure follow* forum* further gallery* graphic hashtag* hidden header highlight* inset keyword* kicker* label* legend* links list-of mailing* meta metadata more overlay* partner* playlist player podcast* poll print published pubdate publishing quiz rail rating ratings references rollover slideshow snippet sources slick* summary suggest* swiper* tag tags taglist teaser* ticker timestamp tool tools topic topics tout tweet twitter updated video videos viewcount views widget*';

function pattern(names: string): RegExp {
  const words = names.split(' ');
  const starts = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const whole = words.filter((word) => !word.endsWith('*'));
  const ended = `(?:${whole.join('|')})(?=$|[\\s_-])`;
  return new RegExp(`(?:^|[\\s_-])(${[...starts, ended].join('|')})`, 'i');
}

const STRONG_NAME = pattern(STRONG);
const WEAK_NAME = pattern(WEAK);
/** What stands at a picture is its caption, unless the element holds the text beside it too. */
export const PICTURE_WORDS =
  'image images img photo photos picture pictures foto fotos bild bilder';
const PICTURE = pattern(PICTURE_WORDS);
const TEXT = pattern('text* content* body* copy desc* detail* info section row');
/**
 * `has-sidebar`, `no-comments`, `video-text`, `subscriber-only`: what a page has or stands beside, and who may read it, not
 * what the element is. The prefix
 * ends at a sign: `noprint` and `pager` are names.
 */
const MODIFIERS =
  /(?:^|[\s_-])(?:subscribers?|members?)[_-](?:only|preview|content|exclusive)(?=$|[\s_-])|(?:^|[\s_-])(?:has|with|without|no|not|hide|show|main|page)[_-]\w*|\belementor-widget\S*|(?:video|image|photo|media|gallery|slide)[_-]text(?=$|[\s_-])/gi;
/** WordPress lists a post's categories and tags among the classes of its element. */
export const POST = /(?:^|\s)(?:hentry|type-post|status-publish|post-\d+)(?:\s|$)/;
/** How pages that are set with Tailwind's typography say what is none of the text. */
const NO_PROSE = /(?:^|\s)not-prose(?:\s|$)/;
const NO_PROSE_HINT: Hint = { says: 'weak', word: 'not-prose' };
const ASIDE_TAGS = new Set([
  'aside',
  'figure',
  'figcaption',
  'footer',
  'header',
  'address',
  'details',
  'form',
]);
const PAGE_TAGS = new Set(['html', 'body', 'main', 'article']);
const WANTED =
  /article-?_?(?:body|content|text)|story-?_?(?:body|content|text)|(?:entry|post|news|body)-?_?(?:content|body|text)|articlebody|field-name-body/i;

export const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** `article-body-share`: a part of what is wanted, by a name of its own. */
const PART = new RegExp(`(?:${WANTED.source})[_-]+(\\S+)`, 'i');

/** What an element's name, class and id say about its text; `word` is what said so. */
export interface Hint {
  says: 'wanted' | 'strong' | 'weak';
  word: string;
}

const WANTED_HINT: Hint = { says: 'wanted', word: '' };

/** An article in an article is another one: a teaser, a comment (HTML Living Standard, 4.3.2). */
const OTHER_ARTICLE: Hint = { says: 'weak', word: 'article' };

/** Whether one of the elements around it has the name. */
export function standsIn({ parent }: Element, name: string): boolean {
  for (let at = parent; at && isTag(at); at = at.parent) if (at.name === name) return true;
  return false;
}

/** Items that are works of others, by the property that they are a value of (schema.org). */
const OTHER_WORK = /^(?:citation|comment|reviews?|mentions|isBasedOn|hasPart)$/;

/** A value stands no deeper in its item. */
const MOST_ABOVE = 8;

/** Whether the microdata item around an element is another work: one that is cited, a comment. */
export function isOfOtherWork({ parent }: Element): boolean {
  let at = parent;
  for (let up = 0; up < MOST_ABOVE && at && isTag(at); up += 1, at = at.parent) {
    if (at.attribs['itemscope'] !== undefined) return OTHER_WORK.test(at.attribs['itemprop'] ?? '');
  }
  return false;
}

/** Whether the page's own markup hides the element. */
export function isHidden({ attribs }: Element): boolean {
  if (attribs['hidden'] !== undefined) return true;
  const style = attribs['style'];
  return style !== undefined && /display\s*:\s*none/i.test(style);
}

export function hintOf(element: Element): Hint | undefined {
  const { name, attribs } = element;
  if (attribs['itemprop'] === 'articleBody') return WANTED_HINT;
  if (isHidden(element)) return { says: 'strong', word: 'hidden' };
  const label = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
  const { isWanted, isPost, named } = label === ' ' ? UNNAMED : readLabel(label);
  if (isWanted) return partOfWanted(name, label) ?? WANTED_HINT;
  if (name === 'article' && standsIn(element, 'article')) return named ?? OTHER_ARTICLE;
  if (PAGE_TAGS.has(name) || isPost) return undefined;
  const said = named ?? ofTag(name);
  return said && FRAMES.test(said.word) && framesText(element) ? undefined : said;
}

/** Names of frames: mostly a picture's, but a highlighter of code and a quotation with its source have one, too. */
const FRAMES = /^(?:figure|highlight)/;
const PICTURES = new Set(['img', 'picture', 'video', 'audio', 'iframe', 'object', 'svg', 'canvas']);

/** Words of the text itself, set large beside it. */
const PULLED = /pull-?_?quote/i;

/** Whether what a frame holds is a quotation or code (HTML Living Standard, 4.4.12: `figure`), and no picture. */
function framesText({ attribs, children }: Element): boolean {
  const held = children.filter(isTag);
  if (PULLED.test(attribs['class'] ?? '')) return false;
  if (held.some(({ name }) => PICTURES.has(name))) return false;
  return held.some(({ name }) => name === 'blockquote' || name === 'pre');
}

function said(says: 'strong' | 'weak', names: RegExp, words: string): Hint | undefined {
  const word = names.exec(words)?.[1];
  return word ? { says, word: word.toLowerCase() } : undefined;
}

function partOfWanted(name: string, label: string): Hint | undefined {
  const part = PART.exec(hyphenated(label))?.[1];
  if (!part) return undefined;
  const words = part.replace(MODIFIERS, ' ');
  // `article-body-header` on a heading is the text's own subhead.
  const weak = HEADINGS.has(name) ? undefined : said('weak', WEAK_NAME, words);
  return said('strong', STRONG_NAME, words) ?? weak;
}

function namedBy(label: string): Hint | undefined {
  if (NO_PROSE.test(label)) return NO_PROSE_HINT;
  const spaced = hyphenated(label);
  if (![STRONG_NAME, WEAK_NAME, PICTURE].some((names) => names.test(spaced))) return undefined;
  const words = spaced.replace(MODIFIERS, ' ');
  return (
    said('strong', STRONG_NAME, words) ??
    said('weak', WEAK_NAME, words) ??
    (TEXT.test(words) ? undefined : said('weak', PICTURE, words))
  );
}

/** What class and id say, whichever element has them. */
interface Label {
  isWanted: boolean;
  isPost: boolean;
  named: Hint | undefined;
}

const UNNAMED: Label = { isWanted: false, isPost: false, named: undefined };

const readLabel = memoized((label): Label => ({
  isWanted: WANTED.test(label),
  isPost: POST.test(label),
  named: namedBy(label),
}));

function ofTag(name: string): Hint | undefined {
  if (!ASIDE_TAGS.has(name)) return undefined;
  return { says: name === 'aside' || name === 'footer' ? 'strong' : 'weak', word: name };
}
