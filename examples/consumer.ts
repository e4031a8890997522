// A complete consumer of the republish queue: keeps the site's articles in SQLite.
//
//   REDIS_URL=redis://127.0.0.1:6379 SITE_DB=site.db node examples/consumer.ts
//
// Jobs may arrive twice and in any order. One rule makes that harmless: a job is applied only when its
// revision is higher than the one held for that id.

import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'bullmq';
import { Redis } from 'ioredis';

/** The parts of `newsrelay.job/1` that this site uses; config/newsrelay.job.schema.json has all of it. */
interface RepublishJob {
  schema: 'newsrelay.job/1';
  action: 'publish' | 'update' | 'withdraw';
  byline: string;
  /** Why an article has to leave the site: of a takedown nothing is to be kept. */
  reason?: { code: string; text?: string | undefined } | undefined;
  record: {
    id: string;
    revision: number;
    contentHash: string;
    /** Absent where the article was taken down. */
    title?: string | undefined;
    summary?: string | undefined;
    paragraphs: { kind: 'p' | 'h' | 'li' | 'quote'; text: string }[];
    credit?: { text: string } | undefined;
    rights: { attribution: { text: string; url: string }; noindex: boolean };
  };
}

export type Applied = 'stale' | 'shown' | 'withdrawn';

export class Site {
  readonly #database: DatabaseSync;

  constructor(path: string) {
    this.#database = new DatabaseSync(path);
    this.#database.exec(`CREATE TABLE IF NOT EXISTS articles (
      id TEXT PRIMARY KEY, revision INTEGER NOT NULL, content_hash TEXT NOT NULL,
      shown INTEGER NOT NULL, byline TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL,
      attribution_url TEXT NOT NULL, noindex INTEGER NOT NULL)`);
  }

  apply({ action, byline, record }: RepublishJob): Applied {
    const held = this.#database
      .prepare('SELECT revision FROM articles WHERE id = ?')
      .get(record.id);
    if (held && Number(held['revision']) >= record.revision) return 'stale';
    const shown = action !== 'withdraw';
    const texts = [...record.paragraphs.map(({ text }) => text), record.credit?.text];
    const body = texts.filter(Boolean).join('\n') || (record.summary ?? '');
    // The revision is compared once more where it is written, so that two workers cannot overtake.
    this.#database
      .prepare(
        `INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,
           content_hash = excluded.content_hash, shown = excluded.shown, byline = excluded.byline,
           title = excluded.title, body = excluded.body,
           attribution_url = excluded.attribution_url, noindex = excluded.noindex
         WHERE excluded.revision > articles.revision`,
      )
      .run(
        record.id,
        record.revision,
        record.contentHash,
        Number(shown),
        byline,
        record.title ?? '',
        body,
        record.rights.attribution.url,
        Number(record.rights.noindex),
      );
    return shown ? 'shown' : 'withdrawn';
  }

  /** Titles on show, in the order of their first arrival. */
  titles(): string[] {
    const rows = this.#database.prepare(
      'SELECT title FROM articles WHERE shown = 1 ORDER BY rowid',
    );
    return rows.all().map((row) => String(row['title']));
  }

  close(): void {
    this.#database.close();
  }
}

export function startConsumer(site: Site, connection: Redis, prefix = 'newsrelay'): Worker {
  // Throwing makes BullMQ try again later: eight times in all, further and further apart.
  return new Worker('republish', async (job) => site.apply(job.data as RepublishJob), {
    connection,
    prefix,
  });
}

if (import.meta.main) {
  const { REDIS_URL = 'redis://127.0.0.1:6379', SITE_DB = 'site.db' } = process.env;
  const site = new Site(SITE_DB);
  const connection = new Redis(REDIS_URL, { maxRetriesPerRequest: null });
  const worker = startConsumer(site, connection);
  worker.on('completed', (job, applied) => console.log(applied, job.id, job.data.record.title));
  worker.on('error', (error) => console.error(error.message));
  process.once('SIGTERM', () => {
    void worker.close().then(() => {
      connection.disconnect();
      site.close();
    });
  });
}
