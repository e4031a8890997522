import { decide } from './decide.js';
import { rowOf, storedIn, tableName } from './rows.js';

/**
 * @typedef {import('./index.d.ts').RepublishJob} RepublishJob
 * @typedef {import('./index.d.ts').PostgresClient} PostgresClient
 * @typedef {import('./index.d.ts').StoredArticle} StoredArticle
 * @typedef {import('./index.d.ts').WithdrawReason} WithdrawReason
 * @typedef {import('./index.d.ts').Applied} Applied
 */

export class PostgresStore {
  /** @type {PostgresClient} */
  #client;
  /** @type {string} */
  #table;

  /**
   * @param {PostgresClient} client
   * @param {string} [table]
   */
  constructor(client, table = 'newsrelay_articles') {
    this.#client = client;
    this.#table = tableName(table);
  }

  async prepare() {
    await this.#client.query(`CREATE TABLE IF NOT EXISTS ${this.#table} (
      id UUID PRIMARY KEY, revision BIGINT NOT NULL, shown SMALLINT NOT NULL,
      sorted_at TEXT NOT NULL, byline TEXT NOT NULL, record TEXT, reason TEXT)`);
    await this.#client.query(
      `CREATE INDEX IF NOT EXISTS ${this.#table}_newest ON ${this.#table} (shown, sorted_at)`,
    );
  }

  /**
   * @param {RepublishJob} job
   * @returns {Promise<Applied>}
   */
  async apply(job) {
    const { rows } = await this.#client.query(
      `SELECT revision, shown FROM ${this.#table} WHERE id = $1`,
      [job.record.id],
    );
    const [row] = rows;
    const held = row && { revision: Number(row['revision']), shown: Number(row['shown']) === 1 };
    const decision = decide(held, job);
    if (decision.kind === 'stale') return 'stale';
    const kept = rowOf(job, decision);
    // Compared once more where it is written, so that two workers cannot overtake each other.
    const written = await this.#client.query(
      `INSERT INTO ${this.#table} (id, revision, shown, sorted_at, byline, record, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, shown = excluded.shown,
         sorted_at = excluded.sorted_at, byline = excluded.byline, record = excluded.record,
         reason = excluded.reason
       WHERE excluded.revision > ${this.#table}.revision
       RETURNING id`,
      [kept.id, kept.revision, kept.shown, kept.sortedAt, kept.byline, kept.record, kept.reason],
    );
    return written.rows.length === 0 ? 'stale' : kept.applied;
  }

  /**
   * @param {string} id
   * @returns {Promise<StoredArticle | undefined>}
   */
  async find(id) {
    const { rows } = await this.#client.query(
      `SELECT * FROM ${this.#table} WHERE id = $1 AND shown = 1`,
      [id],
    );
    return storedIn(rows[0]);
  }

  /**
   * @param {string} id
   * @returns {Promise<WithdrawReason | undefined>}
   */
  async withdrawn(id) {
    const { rows } = await this.#client.query(
      `SELECT reason FROM ${this.#table} WHERE id = $1 AND shown = 0`,
      [id],
    );
    const [row] = rows;
    return row && JSON.parse(String(row['reason']));
  }

  /**
   * @param {number} limit
   * @param {string} [before]
   * @returns {Promise<StoredArticle[]>}
   */
  async newest(limit, before = '9999') {
    const { rows } = await this.#client.query(
      `SELECT * FROM ${this.#table} WHERE shown = 1 AND sorted_at < $1
       ORDER BY sorted_at DESC, id LIMIT $2`,
      [before, limit],
    );
    return rows.flatMap((row) => storedIn(row) ?? []);
  }
}
