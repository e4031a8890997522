import { crc32, deflateSync } from 'node:zlib';
import type { ArticleRecord } from '../../../src/article-record.ts';
import { wordpressDestinationSchema } from '../../../src/config/destinations.ts';
import type { DeliveryOutcome } from '../../../src/deliver/destination.ts';
import { wordpressDestination } from '../../../src/deliver/wordpress/wordpress-destination.ts';
import type { Fetch } from '../../../src/http/fetch.ts';
import type { Send } from '../../../src/http/send.ts';
import type { RepublishJob } from '../../../src/queue/republish-job.ts';
import { articleId, republishJob } from '../records/republish-job.ts';
import type { Wordpress } from './start-wordpress.ts';
import type { Account } from './template.ts';

/** A picture of one grey, in a file of its own for every number. */
export function png(number = 0, { width = 1_200, height = 8 } = {}): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey a pixel; a line begins with its filter.
  header[8] = 8;
  const lines = Buffer.concat(
    Array.from({ length: height }, () =>
      Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 160)]),
    ),
  );
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(String(number)),
  ]);
}

/** A publisher's server for pictures, by what it answers. */
export function pictureServer(answer: (url: string) => { status: number; body: Uint8Array }) {
  const asked: string[] = [];
  const fetch: Fetch = async ({ url }) => {
    asked.push(url);
    return { ...answer(url), url, redirects: [], headers: {} };
  };
  return { fetch, asked };
}

export interface SiteOptions {
  account?: Account;
  options?: object;
  fetch?: Fetch;
  /** Ahead of the site's own clock. */
  now?: () => Date;
}

/** What tests of a real site do over and over. */
export function siteUnderTest(wordpress: () => Wordpress, send: Send) {
  const context = { now: () => new Date() };

  /** A destination as another process would have it, with nothing remembered. */
  const destination = ({ account, options = {}, fetch }: SiteOptions = {}) => {
    const parsed = wordpressDestinationSchema.parse({
      type: 'wordpress',
      name: 'site',
      url: wordpress().url,
      ...(account ?? wordpress().accounts.publisher),
      ...options,
    });
    return wordpressDestination(parsed, { send, ...(fetch ? { fetch } : {}) });
  };

  let articles = 0;
  const job = (changes: Partial<ArticleRecord> = {}): RepublishJob => {
    articles += 1;
    return republishJob({ id: articleId(0xa0000000 + articles), images: [], ...changes });
  };

  const deliver = (given: RepublishJob, options: SiteOptions = {}): Promise<DeliveryOutcome> =>
    destination(options).deliver(given, { ...context, ...(options.now && { now: options.now }) });

  const delivered = async (given: RepublishJob, options: SiteOptions = {}) => {
    const outcome = await deliver(given, options);
    if (outcome.kind !== 'delivered') throw new Error(`got ${JSON.stringify(outcome)}`);
    return outcome;
  };

  const php = (code: string) => wordpress().php(code);
  const switchPlugin = (isOn: boolean) =>
    php(
      `require_once ABSPATH . 'wp-admin/includes/plugin.php'; ${isOn ? 'activate_plugin' : 'deactivate_plugins'}('newsrelay/newsrelay.php');`,
    );

  /** How many posts of the site hold a text, in any field, revisions and the trash included. */
  const postsWith = async (text: string): Promise<number> =>
    Number(
      await php(
        `global $wpdb; $like = '%' . $wpdb->esc_like(${JSON.stringify(text)}) . '%'; echo $wpdb->get_var($wpdb->prepare("SELECT COUNT(*) FROM $wpdb->posts WHERE post_content LIKE %s OR post_title LIKE %s OR post_excerpt LIKE %s", $like, $like, $like));`,
      ),
    );

  const field = (remoteId: string, name: string) => php(`echo get_post(${remoteId})->${name};`);

  return { context, destination, job, deliver, delivered, php, switchPlugin, postsWith, field };
}
