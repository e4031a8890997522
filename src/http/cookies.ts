interface Cookie {
  name: string;
  value: string;
  /** Lower case, without a leading dot. */
  host: string;
  /** Set for the host alone, or for those below it as well. */
  isHostOnly: boolean;
  path: string;
  isSecure: boolean;
}

const MAX_COOKIES = 50;
const MAX_COOKIE_LENGTH = 4096;

/** RFC 6265, section 5.1.4. */
function isPathWithin(path: string, cookiePath: string): boolean {
  if (path === cookiePath) return true;
  return path.startsWith(cookiePath.endsWith('/') ? cookiePath : `${cookiePath}/`);
}

const defaultPath = ({ pathname }: URL) =>
  pathname.lastIndexOf('/') <= 0 ? '/' : pathname.slice(0, pathname.lastIndexOf('/'));

/** The hosts that a `Domain` stands for, where it is the host's own or its site's without `www.`. */
function hostOfDomain(domain: string | undefined, hostname: string): string | undefined {
  const wanted = domain?.trim().toLowerCase().replace(/^\./, '');
  if (wanted === undefined || wanted === '') return undefined;
  return wanted === hostname || `www.${wanted}` === hostname ? wanted : undefined;
}

/** The cookies of one fetch: some sites redirect until their own cookie comes back, and are circles else. */
export class FetchCookies {
  readonly #cookies = new Map<string, Cookie>();

  /** @param setCookies - The `Set-Cookie` headers of an answer from `url`. */
  take(setCookies: readonly string[], url: URL): void {
    for (const header of setCookies) {
      const cookie = cookieOf(header, url);
      if (!cookie || header.length > MAX_COOKIE_LENGTH) continue;
      const key = `${cookie.host} ${cookie.path} ${cookie.name}`;
      if (cookie.value === '') this.#cookies.delete(key);
      else if (this.#cookies.size < MAX_COOKIES) this.#cookies.set(key, cookie);
    }
  }

  /**
   * The `Cookie` header for an address; undefined where none belongs to it. What the site itself has set
   * on the way replaces what it is `given`.
   */
  headerFor(url: URL, given: Readonly<Record<string, string>> = {}): string | undefined {
    const sent = [...this.#cookies.values()].filter(
      ({ host, isHostOnly, path, isSecure }) =>
        (url.hostname === host || (!isHostOnly && url.hostname.endsWith(`.${host}`))) &&
        isPathWithin(url.pathname, path) &&
        (!isSecure || url.protocol === 'https:'),
    );
    const replaced = new Set(sent.map(({ name }) => name));
    const pairs = [
      ...Object.entries(given).filter(([name]) => !replaced.has(name)),
      ...sent.map(({ name, value }) => [name, value]),
    ];
    return pairs.length === 0 ? undefined : pairs.map((pair) => pair.join('=')).join('; ');
  }
}

function cookieOf(header: string, url: URL): Cookie | undefined {
  const [pair = '', ...parts] = header.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(equals, 0)).trim();
  const value = pair.slice(equals + 1).trim();
  if (name === '' || !/^[\x21-\x7e\x80-\xff ]*$/.test(name + value)) return undefined;
  const attributes = new Map(
    parts.map((part) => {
      const [key = '', ...rest] = part.split('=');
      return [key.trim().toLowerCase(), rest.join('=').trim()];
    }),
  );
  const isGone = Number(attributes.get('max-age') ?? 1) <= 0;
  const host = hostOfDomain(attributes.get('domain'), url.hostname);
  const path = attributes.get('path');
  return {
    name,
    value: isGone ? '' : value,
    host: host ?? url.hostname,
    isHostOnly: host === undefined,
    path: path?.startsWith('/') ? path : defaultPath(url),
    isSecure: attributes.has('secure'),
  };
}
