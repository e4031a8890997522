import { isUsualUrl, plainText, resolveUrl } from './html.ts';
import { unwrappedLink } from './redirector.ts';

const MOST_SCHEME_LENGTH = 'https://'.length;

/** What an entry's address is read against. */
export interface AddressContext {
  /** What relative addresses are resolved against, where anything is known. */
  base: string | null;
  /** The site's own page as the feed states it: an absolute address. */
  site: string | null;
}

/** What programs and people write where they have no address; compared in lower case. */
const PLACEHOLDERS = new Set(
  'n/a na n.a. none null nil nan undefined unknown tbd tba false true 0 - -- ? link url href about:blank'.split(
    ' ',
  ),
);

/** Endings of file names; what stands before the first `/` with another ending may be a host. */
const FILE_ENDINGS = new Set(
  'html htm xhtml shtml phtml php php3 php4 php5 asp aspx ashx jsp jspx cgi cfm pl py do nsf dll xml rss atom json txt pdf'.split(
    ' ',
  ),
);

const HOST = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,6}([a-z]{2,24})(?::\d{1,5})?(?=[/?#]|$)/i;

/** An address without its scheme: `www.…`, the site's own host, or a host and a path. */
function isSchemeless(text: string, { base, site }: AddressContext): boolean {
  const host = HOST.exec(text);
  if (!host) return false;
  const name = host[0].toLowerCase();
  if (name.startsWith('www.')) return true;
  const own = [base, site].flatMap((url) => (url === null ? [] : [hostNameIn(url)]));
  if (own.includes(withoutWww(name))) return true;
  return text[host[0].length] === '/' && !FILE_ENDINGS.has(host[1]?.toLowerCase() ?? '');
}

const withoutWww = (host: string) => host.toLowerCase().replace(/^www\./, '');
const hostNameIn = (url: string) => withoutWww(URL.parse(url)?.host ?? '');

/** `http:/host`, `https//host`, `hhtp://host`, `http:\\host`: slips of the fingers. */
const SLIPPED_SCHEME = /^(?:h{1,2}t{1,3}p(s?)|htp(s?)|ttp(s?))(?:[:;]\s?[/\\]+|\/\/)(?=[^/\\\s])/i;
/** The site's front page before an address that was whole already. */
const TWICE_PREFIXED = /^(https?:\/\/[^/?#]+)\/+(https?:\/\/[^/?#]+(?:[/?#].*)?)$/i;

/** The first address in markup or in running text that was put where an address belongs. */
function addressIn(text: string): string | null {
  const href = /\shref\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(text);
  if (href) return href[1] ?? href[2] ?? href[3] ?? null;
  const plain = text.includes('<') ? plainText(text) : text;
  const found = [...plain.matchAll(/https?:\/\/[^\s<>"']+/gi)].map(([url]) => url);
  if (found.length === 1) return found[0] ?? null;
  return found.length === 0 && !/\s/.test(plain) ? plain : null;
}

/**
 * The address that an entry's link, id or reference stands for, absolute where a base is known. Damaged
 * ones are mended; null for a placeholder, a fragment alone, or words that are no address: none is made up.
 */
export function entryAddress(written: string, context: AddressContext): string | null {
  const isMarkup = written.includes('<');
  if (!isMarkup && isUsualUrl(written) && !written.includes('://', MOST_SCHEME_LENGTH)) {
    const url = resolveUrl(written, null);
    return url === null || context.base === null ? url : unwrappedLink(url, context.site);
  }
  let text = isMarkup ? (addressIn(written) ?? '') : written.trim();
  // Line breaks inside an address are the writer's wrapping.
  text = text.trim().replace(/[\t\r\n]+ */g, '');
  if (/\s/.test(text) && !/^(?:https?:)?\/\//i.test(text)) text = addressIn(text) ?? '';
  if (text === '' || text.startsWith('#') || PLACEHOLDERS.has(text.toLowerCase())) return null;
  // Of a document that was found nowhere the addresses are told as they are written.
  if (context.base !== null) text = mended(text, context);
  const url = resolveUrl(text, context.base);
  if (url === null || /^https?:\/*$/i.test(url)) return null;
  return context.base === null ? url : unwrappedLink(url, context.site);
}

function mended(written: string, context: AddressContext): string {
  const text = written.replace(
    SLIPPED_SCHEME,
    (_slip, a, b, c) => `http${(a ?? b ?? c ?? '') && 's'}://`,
  );
  const twice = TWICE_PREFIXED.exec(text);
  if (twice && hostNameIn(twice[1] ?? '') === hostNameIn(twice[2] ?? '')) return twice[2] ?? text;
  return isSchemeless(text, context) ? `//${text}` : text;
}

/** The same for a text that is an address only where it has a scheme: an id, a guid, `rdf:about`. */
export function statedAddress(written: string | null, context: AddressContext): string | null {
  const text = written?.trim() ?? '';
  return /^https?:\/\/[^\s/]\S*$/i.test(text) ? entryAddress(text, context) : null;
}
