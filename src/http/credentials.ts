import type { SourceRequest } from '../config/secrets/request.ts';

/** What a source’s hosts are asked with, and no other host. */
export interface Credentials {
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  cookies: Readonly<Record<string, string>>;
  /** Parameters that stand in the address on the wire alone. */
  query: Readonly<Record<string, string>>;
  /** Where they may be sent: scheme, host and port. */
  origins: readonly string[];
  /** Each value that nobody else may be told, also as a part of a header. */
  secrets: readonly string[];
  /** The variables that they come from, to be named where they are refused. */
  variables: readonly string[];
}

/** What has credentials of its own; `credentialVariables` as the config names them. */
export interface CredentialHolder {
  feeds: readonly string[];
  homePage?: string | undefined;
  request?: SourceRequest | undefined;
  credentialVariables?: readonly string[] | undefined;
}

/** What a source’s feeds and pages are asked with; undefined where anybody may have them. */
export function credentialsOf(source: CredentialHolder): Credentials | undefined {
  const { request, feeds, homePage, credentialVariables } = source;
  if (request === undefined) return undefined;
  const { headers = {}, cookies = {}, basic, query = {}, hosts } = request;
  const own = feeds.flatMap(originsOf);
  const home = homePage === undefined ? [] : originsOf(homePage).filter(isNotLessSafe(own));
  const named = hosts.flatMap((host) => originsOf(host.includes('://') ? host : `https://${host}`));
  const pair = basic && Buffer.from(`${basic.username}:${basic.password}`).toString('base64');
  const sent = [
    ...Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const),
    ...(pair === undefined ? [] : [['authorization', `Basic ${pair}`] as const]),
  ];
  return {
    headers: Object.fromEntries(sent),
    cookies,
    query,
    origins: [...new Set([...own, ...home, ...named])],
    secrets: [
      ...sent.flatMap(([, value]) => [value, ...value.split(' ')]),
      ...Object.values(cookies),
      ...Object.values(query),
      ...(basic ? [basic.password || basic.username] : []),
    ],
    variables: credentialVariables ?? [],
  };
}

/** An address’s origin, and where that is plain HTTP on its usual port the safer one of the same host. */
function originsOf(address: string): string[] {
  const url = URL.parse(address);
  if (url === null) return [];
  const isPlain = url.protocol === 'http:' && url.port === '';
  return [url.origin, ...(isPlain ? [`https://${url.hostname}`] : [])];
}

/** A home page is for readers: its plain address is no leave to send a secret in the open to who is asked by TLS. */
const isNotLessSafe =
  (own: readonly string[]) =>
  (origin: string): boolean => {
    const { protocol, hostname } = new URL(origin);
    return protocol === 'https:' || !own.some((one) => isSecureAt(one, hostname));
  };

const isSecureAt = (origin: string, hostname: string): boolean =>
  origin.startsWith('https:') && new URL(origin).hostname === hostname;

export function isForOrigin(credentials: Credentials | undefined, { origin }: URL): boolean {
  return credentials?.origins.includes(origin) ?? false;
}

/** Path and query as they go over the wire; a parameter of the same name gives way. */
export function pathWithQuery({ pathname, search }: URL, query: Credentials['query']): string {
  const names = Object.keys(query);
  if (names.length === 0) return pathname + search;
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !names.includes(nameOfParameter(part)));
  const added = Object.entries(query).map((pair) => pair.map(encodeURIComponent).join('='));
  return `${pathname}?${[...kept, ...added].join('&')}`;
}

const nameOfParameter = (part: string): string =>
  new URLSearchParams(part).keys().next().value ?? '';
