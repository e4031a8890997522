import type { Send, SendRequest, SendResponse } from '../../../src/http/send.ts';
import { readForm } from './read-form.ts';

// A site's routes as WordPress answers them, held in memory: so many ways of answering are tried in no
// time. The tests in test/e2e ask real sites.

export interface SitePost {
  id: number;
  status: string;
  slug: string;
  title: string;
  content: string;
  excerpt: string;
  author?: number;
  date_gmt: string;
  categories: number[];
  tags: number[];
  featured_media: number;
}

export interface SitePicture {
  id: number;
  slug: string;
  type: string;
  alt_text: string;
  caption: string;
}

/** What the site answers in place of doing what it is asked, by the first route that begins so. */
export type Refusals = Record<string, { status: number; code: string }>;

const CAPABILITIES =
  'edit_posts publish_posts edit_published_posts edit_others_posts manage_categories upload_files';

const answer = (status: number, value: unknown, headers = {}): SendResponse => ({
  status,
  headers,
  body: Buffer.from(JSON.stringify(value)),
});
const failure = (status: number, code: string): SendResponse =>
  answer(status, { code, message: `because ${code}`, data: { status } });

export class SiteInMemory {
  readonly posts: SitePost[] = [];
  readonly media: SitePicture[] = [];
  readonly terms: { id: number; taxonomy: string; name: string }[] = [];
  readonly accounts = new Map([['mfnnews', 1]]);
  readonly requests: SendRequest[] = [];
  refusals: Refusals = {};
  capabilities = CAPABILITIES.split(' ');
  /** Its database refuses characters of four bytes. */
  isNarrow = false;
  /** Posts dated later than this become scheduled ones. */
  schedulesAfter = '9999';
  readonly #refusedFields = new Map<string, string>();
  /** Its clock, as its answers tell. */
  date: string | undefined;
  /** Printed before each answer. */
  noise = '';
  #lastId = 100;

  readonly send: Send = async (request) => {
    this.requests.push(request);
    const { pathname, searchParams } = new URL(request.url);
    const method = request.headers?.['x-http-method-override'] ?? request.method;
    const route = `${method} ${pathname.replace('/wp-json', '')}`;
    const refused = Object.entries(this.refusals).find(([start]) => route.startsWith(start));
    const reply = refused
      ? failure(refused[1].status, refused[1].code)
      : this.#answer(route, searchParams, request);
    const headers = this.date === undefined ? {} : { date: this.date };
    return { ...reply, headers, body: Buffer.concat([Buffer.from(this.noise), reply.body]) };
  };

  /** Posts that say anything in this field are refused with this code. */
  refuseField(field: string, code: string): void {
    this.#refusedFields.set(field, code);
  }

  /** The routes asked so far, without those of looking up. */
  written(): string[] {
    return this.requests
      .filter(({ method }) => method !== 'GET')
      .map(({ method, headers = {}, url }) => {
        const path = new URL(url).pathname.replace('/wp-json', '');
        return `${headers['x-http-method-override'] ?? method} ${path}`;
      });
  }

  #answer(route: string, query: URLSearchParams, request: SendRequest): SendResponse {
    const [, method = '', kind = '', id] = /^(\w+) \/wp\/v2\/(\w+)(?:\/(\w+))?$/.exec(route) ?? [];
    if (kind === 'users') return this.#account(query, id);
    if (kind === 'posts') return this.#post(method, query, id, request);
    if (kind === 'media') return this.#picture(method, query, id, request);
    if (kind === 'categories' || kind === 'tags') {
      return this.#term(method, kind, query, id, request);
    }
    return failure(404, 'rest_no_route');
  }

  #account(query: URLSearchParams, id: string | undefined): SendResponse {
    if (id === 'me') {
      const capabilities = Object.fromEntries(this.capabilities.map((name) => [name, true]));
      return answer(200, { username: 'mfnnews', capabilities });
    }
    const found = this.accounts.get(query.get('slug') ?? '');
    return answer(200, found === undefined ? [] : [{ id: found }]);
  }

  #term(
    method: string,
    taxonomy: string,
    query: URLSearchParams,
    id: string | undefined,
    request: SendRequest,
  ): SendResponse {
    const own = this.terms.filter((term) => term.taxonomy === taxonomy);
    if (method === 'GET') {
      return answer(
        200,
        own.filter(({ name }) => plain(name).includes(plain(query.get('search') ?? ''))),
      );
    }
    if (method === 'DELETE') return this.#remove(this.terms, Number(id));
    const { name } = JSON.parse(String(request.body)) as { name: string };
    if (this.isNarrow && /[\u{10000}-\u{10FFFF}]/u.test(name))
      return failure(500, 'db_insert_error');
    const known = own.find((term) => term.name === name);
    if (known) {
      const data = { status: 400, term_id: String(known.id) };
      return answer(400, { code: 'term_exists', message: 'there', data });
    }
    const made = { id: (this.#lastId += 1), taxonomy, name };
    this.terms.push(made);
    return answer(201, made);
  }

  #remove(list: { id: number }[], id: number): SendResponse {
    const index = list.findIndex((one) => one.id === id);
    if (index === -1) return failure(404, 'rest_post_invalid_id');
    list.splice(index, 1);
    return answer(200, { deleted: true });
  }

  #post(
    method: string,
    query: URLSearchParams,
    id: string | undefined,
    request: SendRequest,
  ): SendResponse {
    const stored = this.posts.find((post) => post.id === Number(id));
    if (method === 'DELETE') return this.#remove(this.posts, Number(id));
    if (method === 'GET') {
      if (id !== undefined)
        return stored ? answer(200, shown(stored)) : failure(404, 'rest_post_invalid_id');
      return answer(200, this.#search(query).map(shown));
    }
    const fields = JSON.parse(String(request.body)) as Partial<SitePost>;
    const texts = Object.values(fields)
      .filter((value) => typeof value === 'string')
      .join(' ');
    if (this.isNarrow && /[\u{10000}-\u{10FFFF}]/u.test(texts))
      return failure(500, 'db_insert_error');
    for (const [field, code] of this.#refusedFields) {
      if (field in fields) return failure(400, code);
    }
    return answer(200, shown(this.#store(stored ?? emptyPost((this.#lastId += 1)), fields)));
  }

  #store(post: SitePost, fields: Partial<SitePost>): SitePost {
    const known = (taxonomy: string, ids: number[]) =>
      ids.filter((number) =>
        this.terms.some((term) => term.id === number && term.taxonomy === taxonomy),
      );
    Object.assign(post, fields);
    post.categories = known('categories', post.categories);
    post.tags = known('tags', post.tags);
    if (post.status === 'publish' && post.date_gmt > this.schedulesAfter) post.status = 'future';
    if (!this.posts.includes(post)) this.posts.push(post);
    return post;
  }

  #search(query: URLSearchParams): SitePost[] {
    const slugs = query.get('slug')?.split(',');
    const [search, after, before] = ['search', 'after', 'before'].map((name) => query.get(name));
    const statuses = query.get('status')?.split(',') ?? ['publish'];
    return this.posts.filter(
      ({ slug, content, status, date_gmt: date }) =>
        statuses.includes(status) &&
        (!slugs || slugs.includes(slug)) &&
        (!search || content.includes(search)) &&
        (!after || `${date}Z` > after) &&
        (!before || `${date}Z` < before),
    );
  }

  #picture(
    method: string,
    query: URLSearchParams,
    id: string | undefined,
    request: SendRequest,
  ): SendResponse {
    if (method === 'DELETE') return this.#remove(this.media, Number(id));
    if (method === 'GET') {
      const slugs = query.get('slug')?.split(',') ?? [];
      return answer(200, this.media.filter(({ slug }) => slugs.includes(slug)).map(shownPicture));
    }
    const stored = this.media.find((picture) => picture.id === Number(id));
    if (stored) {
      Object.assign(stored, JSON.parse(String(request.body)));
      return answer(200, shownPicture(stored));
    }
    const { fields, file } = readForm(request);
    const slug = file.name.replace(/\.\w+$/, '');
    const { type } = file;
    const [alt_text = '', caption = ''] = [fields.get('alt_text'), fields.get('caption')];
    const made = { id: (this.#lastId += 1), slug, type, alt_text, caption };
    this.media.push(made);
    return answer(201, shownPicture(made));
  }
}

const plain = (name: string) => name.replaceAll('&amp;', '&').toLowerCase();
const emptyPost = (id: number): SitePost => ({
  id,
  status: 'draft',
  slug: '',
  title: '',
  content: '',
  excerpt: '',
  date_gmt: '2026-11-20T08:30:00',
  categories: [],
  tags: [],
  featured_media: 0,
});
const shown = (post: SitePost) => ({ ...post, content: { raw: post.content } });
const shownPicture = (picture: SitePicture) => ({
  ...picture,
  source_url: `https://aggregator.example/wp-content/uploads/${picture.slug}`,
  caption: { rendered: picture.caption },
});
