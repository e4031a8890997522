import { type Element, isTag } from 'domhandler';
import type { BodyBlock } from '../../article-body.ts';
import { plain, textOf } from '../../page/plain-text.ts';
import { patternOfRows } from '../../pattern-rows.ts';

export type Embed = Extract<BodyBlock, { embed: unknown }>['embed'];

interface Provider {
  name: string;
  /** Host names, without `www.`; their subdomains count too. */
  hosts: readonly string[];
  /** What names the thing, in path and query of any address of it. */
  id: RegExp;
  /** The address that people share, made anew of the id alone. */
  url: (id: string, more: string) => string;
}

/** Who is known to be embedded in news; what others frame is left out, for it may be anything. */
export const PROVIDERS: readonly Provider[] = [
  {
    name: 'youtube',
    hosts: ['youtube.com', 'youtube-nocookie.com'],
    id: /^\/(?:embed\/|shorts\/|live\/|v\/|watch\?(?:[^#]{0,200}&)?v=)([\w-]{11})(?![\w-])/,
    url: (id) => `https://www.youtube.com/watch?v=${id}`,
  },
  {
    name: 'youtube',
    hosts: ['youtu.be'],
    id: /^\/([\w-]{11})(?![\w-])/,
    url: (id) => `https://www.youtube.com/watch?v=${id}`,
  },
  {
    name: 'vimeo',
    hosts: ['vimeo.com'],
    id: /^\/(?:video\/)?(\d{5,12})(?!\d)/,
    url: (id) => `https://vimeo.com/${id}`,
  },
  {
    name: 'x',
    hosts: ['twitter.com', 'x.com'],
    id: /^\/(\w{1,20})\/status(?:es)?\/(\d{5,25})/,
    url: (user, id) => `https://x.com/${user}/status/${id}`,
  },
  {
    name: 'x',
    hosts: ['platform.twitter.com'],
    id: /^\/embed\/(Tweet)\.html\?(?:[^#]{0,500}&)?id=(\d{5,25})/,
    url: (_page, id) => `https://x.com/i/status/${id}`,
  },
  {
    name: 'instagram',
    hosts: ['instagram.com'],
    id: /^\/(?:\w[\w.]{0,40}\/)?(p|reel|tv)\/([\w-]{5,40})/,
    url: (kind, id) => `https://www.instagram.com/${kind}/${id}/`,
  },
  {
    name: 'tiktok',
    hosts: ['tiktok.com'],
    id: /^\/(@[\w.-]{1,40})\/video\/(\d{5,25})/,
    url: (user, id) => `https://www.tiktok.com/${user}/video/${id}`,
  },
  {
    name: 'threads',
    hosts: ['threads.net', 'threads.com'],
    id: /^\/(@[\w.]{1,40})\/post\/([\w-]{5,40})/,
    url: (user, id) => `https://www.threads.net/${user}/post/${id}`,
  },
  {
    name: 'bluesky',
    hosts: ['bsky.app'],
    id: /^\/(?:profile|embed)\/([\w.:-]{3,80})\/(?:post|app\.bsky\.feed\.post)\/(\w{5,30})/,
    url: (user, id) => `https://bsky.app/profile/${user}/post/${id}`,
  },
  {
    name: 'facebook',
    hosts: ['facebook.com'],
    id: /^\/(\w[\w.-]{1,60})\/(?:posts|videos)\/([\w-]{5,60})/,
    url: (user, id) => `https://www.facebook.com/${user}/posts/${id}`,
  },
  {
    name: 'datawrapper',
    hosts: ['datawrapper.dwcdn.net', 'datawrapper.de'],
    id: /^\/(?:_\/)?(\w{5})(?=\/|$)/,
    url: (id) => `https://datawrapper.dwcdn.net/${id}/`,
  },
  {
    name: 'flourish',
    hosts: ['flo.uri.sh', 'public.flourish.studio'],
    id: /^\/(visualisation|story)\/(\d{4,12})/,
    url: (kind, id) => `https://public.flourish.studio/${kind}/${id}/`,
  },
  {
    name: 'infogram',
    hosts: ['infogram.com'],
    id: /^\/([\w-]{10,120})(?=[/?]|$)/,
    url: (id) => `https://infogram.com/${id}`,
  },
  {
    name: 'spotify',
    hosts: ['open.spotify.com'],
    id: /^\/(?:embed\/)?(episode|show|track|album|playlist)\/(\w{10,40})/,
    url: (kind, id) => `https://open.spotify.com/${kind}/${id}`,
  },
  {
    name: 'apple-podcasts',
    hosts: ['podcasts.apple.com'],
    id: /^\/(\w\w)\/podcast\/(?:[^/]{1,200}\/)?(id\d{5,15})/,
    url: (country, id) => `https://podcasts.apple.com/${country}/podcast/${id}`,
  },
  {
    name: 'dailymotion',
    hosts: ['dailymotion.com'],
    id: /^\/(?:embed\/)?video\/(\w{5,12})/,
    url: (id) => `https://www.dailymotion.com/video/${id}`,
  },
  {
    name: 'reddit',
    hosts: ['reddit.com', 'redditmedia.com'],
    id: /^\/r\/(\w{2,30})\/comments\/(\w{4,12})/,
    url: (board, id) => `https://www.reddit.com/r/${board}/comments/${id}/`,
  },
  {
    name: 'documentcloud',
    hosts: ['documentcloud.org'],
    id: /^\/documents\/(\d{4,12}[\w-]{0,150})/,
    url: (id) => `https://www.documentcloud.org/documents/${id}`,
  },
];

/** Addresses that scripts put in place of others, and custom elements that name a video by its id. */
const ADDRESSES = ['src', 'data-src', 'data-lazy-src', 'data-litespeed-src', 'data-url', 'cite'];
const ID_OF: readonly [element: string, attribute: string, url: (id: string) => string][] = [
  ['lite-youtube', 'videoid', (id) => `https://youtu.be/${id}`],
  ['amp-youtube', 'data-videoid', (id) => `https://youtu.be/${id}`],
  ['amp-vimeo', 'data-videoid', (id) => `https://vimeo.com/${id}`],
  ['amp-twitter', 'data-tweetid', (id) => `https://x.com/i/status/${id}`],
  ['amp-instagram', 'data-shortcode', (id) => `https://www.instagram.com/p/${id}/`],
];

/** Quotes that a provider's script turns into its own view: what they show is another's post. */
export const POST_QUOTE = patternOfRows(
  [
    {
      name: 'post-quote',
      pattern: 'twitter-(?:tweet|video)|instagram-media|(?:tiktok|bluesky)-embed|text-post-media',
      finds: [
        'twitter-tweet',
        'x twitter-video',
        'instagram-media',
        'tiktok-embed',
        'bluesky-embed',
        'text-post-media',
      ],
      passes: ['twitter-tweets', 'bluesky'],
    },
    {
      name: 'post-quote-reddit',
      pattern: 'reddit-(?:card|embed-bq)',
      finds: ['reddit-card', 'reddit-embed-bq'],
      passes: ['reddit', 'reddit-embed'],
    },
  ],
  '',
  (any) => String.raw`(?:^|\s)${any}(?:\s|$)`,
);

const MOST_TEXT = 1_000;

/** What an element embeds of a known provider, by an address made anew; undefined for anything else. */
export function embedIn(element: Element): Embed | undefined {
  const { name, attribs } = element;
  if (name === 'blockquote') return postIn(element);
  const named = ID_OF.find(([tag, attribute]) => tag === name && attribs[attribute]);
  const stated = named ? named[2](attribs[named[1]] as string) : undefined;
  const found = [stated, ...ADDRESSES.map((address) => attribs[address])]
    .map(knownAddress)
    .find((known) => known !== undefined);
  const title = plain(attribs['title'] ?? attribs['data-title'] ?? '').slice(0, 300);
  return found && { ...found, ...(isTelling(title, found.provider) && { title }) };
}

/** "YouTube video player" is said of every video. */
const isTelling = (title: string, provider: string): boolean =>
  title !== '' &&
  !new RegExp(`^(?:${provider}|video|embedded|post|tweet|chart)\\b`, 'i').test(title);

/** The post that a quote stands for: its last link is its address. */
function postIn(quote: Element): Embed | undefined {
  if (!POST_QUOTE.any.test(quote.attribs['class'] ?? '')) return undefined;
  const links = [quote.attribs['cite'], quote.attribs['data-instgrm-permalink'], ...hrefsIn(quote)];
  const found = links.map(knownAddress).findLast((known) => known !== undefined);
  if (!found) return undefined;
  const said = quote.children.filter(isTag).find(({ name }) => name === 'p');
  const text = said ? textOf(said).slice(0, MOST_TEXT) : '';
  return { ...found, ...(text && { text }) };
}

const MOST_LINKS = 50;

function hrefsIn(element: Element): string[] {
  const found: string[] = [];
  const walk = ({ children }: Element): void => {
    for (const child of children) {
      if (!isTag(child) || found.length >= MOST_LINKS) continue;
      if (child.name === 'a' && child.attribs['href']) found.push(child.attribs['href']);
      walk(child);
    }
  };
  walk(element);
  return found;
}

const LONGEST_EMBED_ADDRESS = 2_048;

function knownAddress(address: string | undefined): Embed | undefined {
  if (!address || address.length > LONGEST_EMBED_ADDRESS) return undefined;
  const url = URL.parse(address.trim(), 'https://relative.invalid/');
  if (!url) return undefined;
  const host = url.hostname.replace(/^www\./, '');
  for (const { name, hosts, id, url: made } of PROVIDERS) {
    if (!hosts.some((own) => host === own || host.endsWith(`.${own}`))) continue;
    const [, first, second = ''] = id.exec(url.pathname + url.search) ?? [];
    if (first !== undefined) return { url: made(first, second), provider: name };
  }
  return undefined;
}
