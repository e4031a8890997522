import { decide } from './decide.js';
import { rowOf, storedIn, tableName } from './rows.js';

/**
 * @typedef {import('./index.d.ts').RepublishJob} RepublishJob
 * @typedef {import('./index.d.ts').SqliteDatabase} SqliteDatabase
 * @typedef {import('./index.d.ts').StoredArticle} StoredArticle
 * @typedef {import('./index.d.ts').WithdrawReason} WithdrawReason
 * @typedef {import('./index.d.ts').Applied} Applied
 */

export class SqliteStore {
  /** @type {SqliteDatabase} */
  #database;
  /** @type {string} */
  #table;

  /**
   * @param {SqliteDatabase} database
   * @param {string} [table]
   */
  constructor(database, table = 'newsrelay_articles') {
    this.#database = database;
    this.#table = tableName(table);
    database.exec(`CREATE TABLE IF NOT EXISTS ${this.#table} (
      id TEXT PRIMARY KEY, revision INTEGER NOT NULL, shown INTEGER NOT NULL,
      sorted_at TEXT NOT NULL, byline TEXT NOT NULL, record TEXT, reason TEXT)`);
    database.exec(
      `CREATE INDEX IF NOT EXISTS ${this.#table}_newest ON ${this.#table} (shown, sorted_at)`,
    );
  }

  /**
   * @param {RepublishJob} job
   * @returns {Applied}
   */
  apply(job) {
    const held = /** @type {{ revision: number, shown: number } | undefined} */ (
      this.#database
        .prepare(`SELECT revision, shown FROM ${this.#table} WHERE id = ?`)
        .get(job.record.id)
    );
    const decision = decide(held && { revision: held.revision, shown: held.shown === 1 }, job);
    if (decision.kind === 'stale') return 'stale';
    const row = rowOf(job, decision);
    // Compared once more where it is written, so that two workers cannot overtake each other.
    const { changes } = this.#database
      .prepare(
        `INSERT INTO ${this.#table} (id, revision, shown, sorted_at, byline, record, reason)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, shown = excluded.shown,
           sorted_at = excluded.sorted_at, byline = excluded.byline, record = excluded.record,
           reason = excluded.reason
         WHERE excluded.revision > ${this.#table}.revision`,
      )
      .run(row.id, row.revision, row.shown, row.sortedAt, row.byline, row.record, row.reason);
    return Number(changes) === 0 ? 'stale' : row.applied;
  }

  /**
   * @param {string} id
   * @returns {StoredArticle | undefined}
   */
  find(id) {
    return storedIn(
      this.#database.prepare(`SELECT * FROM ${this.#table} WHERE id = ? AND shown = 1`).get(id),
    );
  }

  /**
   * @param {string} id
   * @returns {WithdrawReason | undefined}
   */
  withdrawn(id) {
    const row = /** @type {{ reason: string } | undefined} */ (
      this.#database.prepare(`SELECT reason FROM ${this.#table} WHERE id = ? AND shown = 0`).get(id)
    );
    return row && JSON.parse(row.reason);
  }

  /**
   * @param {number} limit
   * @param {string} [before]
   * @returns {StoredArticle[]}
   */
  newest(limit, before = '9999') {
    return this.#database
      .prepare(
        `SELECT * FROM ${this.#table} WHERE shown = 1 AND sorted_at < ?
         ORDER BY sorted_at DESC, id LIMIT ?`,
      )
      .all(before, limit)
      .flatMap((row) => storedIn(row) ?? []);
  }
}
