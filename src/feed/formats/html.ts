import { Parser } from 'htmlparser2';
import { decodeReferences } from '../xml/entities.ts';

const BLOCKS = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'h1', 'h2', 'h3', 'h4', 'blockquote']);

export const collapse = (text: string) =>
  (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();

/** Longer than any title or name; also bounds htmlparser2, which is quadratic in nesting. */
const MAX_PLAIN_LENGTH = 10_000;

/** The text of an HTML fragment in one line: no tags, no entities, no scripts. */
export function plainText(fragment: string): string {
  if (!/[<&\]]/.test(fragment)) return collapse(fragment.slice(0, MAX_PLAIN_LENGTH));
  // A CDATA section inside another leaves marks behind that no reader was to see.
  const html = fragment.slice(0, MAX_PLAIN_LENGTH).replace(/<!\[CDATA\[|\]\]>/g, '');
  if (!html.includes('<')) return collapse(decodeReferences(html));
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    ontext: (part) => {
      if (hidden === 0) text += part;
    },
    onopentagname: (name) => {
      if (name === 'script' || name === 'style') hidden += 1;
      if (BLOCKS.has(name)) text += ' ';
    },
    onclosetag: (name) => {
      if (name === 'script' || name === 'style') hidden -= 1;
    },
  });
  // A `<` that begins no whole tag is a sign of its own: "depth < 3 m".
  parser.end(html.replace(/<(?![a-z/!][^<>]*>)/gi, '&lt;'));
  return collapse(text);
}

/** What titles are set in; other tags are markup where they are closed, and else what the title is about. */
const TITLE_TAGS = new Set(
  'a abbr b bdi bdo big br center cite code del dfn div em font h1 h2 h3 h4 hr i img ins kbd li mark nobr p q s samp small span strike strong sub sup tt u ul var wbr'.split(
    ' ',
  ),
);

/** The text of a title that may be HTML or not: the sign in "Why the <canvas> element matters" stays. */
export function titleText(title: string): string {
  if (!title.includes('<')) return plainText(title);
  const lower = title.toLowerCase();
  return plainText(
    title
      .slice(0, MAX_PLAIN_LENGTH)
      .replace(/<([a-z][\w-]{0,30})\s?\/?>/gi, (tag, name: string) => {
        const isMarkup =
          TITLE_TAGS.has(name.toLowerCase()) || lower.includes(`</${name.toLowerCase()}`);
        return isMarkup ? tag : `&lt;${tag.slice(1, -1)}&gt;`;
      }),
  );
}

const MAX_URL_LENGTH = 8_000;
const USUAL_URL = /^https?:\/\/[^\s&/][^\s&]*$/i;

/** Whether a text is an address of http or https as most are written, to which nothing need be done. */
export const isUsualUrl = (text: string): boolean => USUAL_URL.test(text);

/** An absolute URL for what a feed writes as one; as written where it is relative and no base is known. */
export function resolveUrl(written: string, base: string | null): string | null {
  if (USUAL_URL.test(written)) {
    return written.length <= MAX_URL_LENGTH && URL.canParse(written) ? written : null;
  }
  // Line breaks inside are the writer's wrapping; `&amp;` survives where a feed escaped twice.
  const text = written
    .trim()
    .replace(/[\t\r\n]+ */g, '')
    .replaceAll('&amp;', '&');
  if (text === '' || text.length > MAX_URL_LENGTH) return null;
  if (/^https?:\/\/[^/]/i.test(text)) return URL.canParse(text) ? text : null;
  if (/^(?:javascript|data|vbscript):/i.test(text)) return null;
  if (text.startsWith('//') && base === null) return resolveUrl(`https:${text}`, null);
  if (base === null || /^[a-z][a-z\d+.-]*:/i.test(text)) return text;
  return URL.parse(text, base)?.href ?? null;
}

const ADDRESS_ATTRIBUTE = String.raw`\s(?:href|src|poster|data-src|action|cite|longdesc|background)\s{0,9}=\s{0,9}`;
const NO_SCHEME = String.raw`(?![a-z][a-z\d+.-]*:|#)`;
const RELATIVE_REFERENCE = new RegExp(
  `(${ADDRESS_ATTRIBUTE})(?:"${NO_SCHEME}([^"<>]{0,2000})"|'${NO_SCHEME}([^'<>]{0,2000})')`,
  'gi',
);

/** More relative links than any article has. */
const MAX_RELATIVE_REFERENCES = 10_000;

/** HTML with the relative URLs of its links and media made absolute. */
export function resolveHtml(html: string, base: string | null): string {
  if (base === null || !html.includes('=')) return html;
  let resolved = '';
  let done = 0;
  let count = 0;
  for (const match of html.matchAll(RELATIVE_REFERENCE)) {
    const [whole, start = '', double, single] = match;
    const url = URL.parse((double ?? single ?? '').trim(), base);
    if (url) {
      resolved += `${html.slice(done, match.index)}${start}"${url.href.replaceAll('"', '%22')}"`;
      done = match.index + whole.length;
    }
    if (++count === MAX_RELATIVE_REFERENCES) break;
  }
  return resolved + html.slice(done);
}
