import { plainText, SqliteStore } from 'newsrelay/consumer';

/**
 * @typedef {import('newsrelay/consumer').RepublishJob} RepublishJob
 * @typedef {import('newsrelay/consumer').ArticleRecord} ArticleRecord
 * @typedef {import('newsrelay/consumer').StoredArticle} StoredArticle
 * @typedef {import('newsrelay/consumer').Topic} Topic
 * @typedef {import('node:sqlite').DatabaseSync} DatabaseSync
 * @typedef {{ sql: string, values?: (string | number)[] }} Condition
 */

const TABLES = `
  CREATE TABLE IF NOT EXISTS topics (article TEXT NOT NULL, path TEXT NOT NULL, name TEXT NOT NULL);
  CREATE INDEX IF NOT EXISTS topics_path ON topics (path);
  CREATE INDEX IF NOT EXISTS topics_article ON topics (article);
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (article UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2');
`;

/** The paths of an article: a site's own topics where its operator named some, else those of the source. */
const topicsOf = (/** @type {ArticleRecord} */ { topics = [], taxonomy }) =>
  topics.length > 0
    ? topics
    : taxonomy.map((path) => ({ path, name: path.split('/').at(-1) ?? path }));

/** The articles of the site: the library's table, and beside it their topics and words. */
export class Archive {
  /** @type {DatabaseSync} */
  #database;
  /** @type {SqliteStore} */
  #store;

  /** @param {DatabaseSync} database */
  constructor(database) {
    this.#database = database;
    this.#store = new SqliteStore(database, 'articles');
    database.exec(TABLES);
  }

  /**
   * All of a job or nothing of it, so that a crash leaves no article without its topics.
   * @param {RepublishJob} job
   */
  apply(job) {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      const applied = this.#store.apply(job);
      if (applied !== 'stale') this.#index(job, applied === 'shown');
      this.#database.exec('COMMIT');
      return applied;
    } catch (error) {
      this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * @param {RepublishJob} job
   * @param {boolean} isShown
   */
  #index({ record }, isShown) {
    this.#database.prepare('DELETE FROM topics WHERE article = ?').run(record.id);
    this.#database.prepare('DELETE FROM words WHERE article = ?').run(record.id);
    if (!isShown) return;
    const article = /** @type {ArticleRecord} */ (record);
    const add = this.#database.prepare('INSERT INTO topics VALUES (?, ?, ?)');
    for (const { path, name } of topicsOf(article)) add.run(article.id, path, name);
    const text = `${article.title}\n${plainText(article)}`;
    this.#database.prepare('INSERT INTO words VALUES (?, ?)').run(article.id, text);
  }

  /** @param {string} id */
  find(id) {
    return this.#store.find(id);
  }

  /** @param {string} id */
  withdrawn(id) {
    return this.#store.withdrawn(id);
  }

  /**
   * The articles that a condition picks, newest first.
   * @param {Condition} condition
   * @param {number} [limit]
   * @returns {StoredArticle[]}
   */
  #pick({ sql, values = [] }, limit = 30) {
    return this.#database
      .prepare(
        `SELECT id FROM articles WHERE shown = 1 AND ${sql} ORDER BY sorted_at DESC, id LIMIT ?`,
      )
      .all(...values, limit)
      .flatMap(({ id }) => this.#store.find(String(id)) ?? []);
  }

  newest(limit = 30) {
    return this.#pick({ sql: 'TRUE' }, limit);
  }

  /** @param {string} path of a topic; what stands below it is of it, too */
  ofTopic(path) {
    const below = `${path}/`;
    return this.#pick({
      sql: 'id IN (SELECT article FROM topics WHERE path = ? OR substr(path, 1, ?) = ?)',
      values: [path, below.length, below],
    });
  }

  /** @param {string} path */
  nameOfTopic(path) {
    const row = this.#database.prepare('SELECT name FROM topics WHERE path = ? LIMIT 1').get(path);
    return row && String(row['name']);
  }

  /** The topics that most articles have. */
  topTopics(limit = 12) {
    return this.#database
      .prepare(
        'SELECT path, min(name) AS name, count(*) AS many FROM topics GROUP BY path ORDER BY many DESC, path LIMIT ?',
      )
      .all(limit)
      .map(({ path, name }) => ({ path: String(path), name: String(name) }));
  }

  /** @param {string} sourceId */
  ofSource(sourceId) {
    return this.#pick({ sql: "record ->> '$.sourceId' = ?", values: [sourceId] });
  }

  sources() {
    return this.#database
      .prepare(
        "SELECT record ->> '$.sourceId' AS id, max(record ->> '$.source') AS name, count(*) AS many FROM articles WHERE shown = 1 GROUP BY 1 ORDER BY 2",
      )
      .all()
      .map(({ id, name, many }) => ({ id: String(id), name: String(name), many: Number(many) }));
  }

  /** @param {string} byline the account that posted them */
  ofByline(byline) {
    return this.#pick({ sql: 'byline = ?', values: [byline] });
  }

  /** @param {string} month such as 2026-11 */
  ofMonth(month) {
    return this.#pick({ sql: 'substr(sorted_at, 1, 7) = ?', values: [month] }, 500);
  }

  months() {
    return this.#database
      .prepare(
        'SELECT substr(sorted_at, 1, 7) AS month, count(*) AS many FROM articles WHERE shown = 1 GROUP BY 1 ORDER BY 1 DESC',
      )
      .all()
      .map(({ month, many }) => ({ month: String(month), many: Number(many) }));
  }

  /**
   * Articles with all of the words; each is quoted, so that a reader's signs are no query language.
   * @param {string} query
   */
  search(query) {
    const words = query.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, 20) ?? [];
    if (words.length === 0) return [];
    const match = words.map((word) => `"${word}"`).join(' ');
    return this.#pick({
      sql: 'id IN (SELECT article FROM words WHERE words MATCH ?)',
      values: [match],
    });
  }

  /**
   * Those that share most topics with an article.
   * @param {string} id
   */
  related(id, limit = 4) {
    return this.#database
      .prepare(`SELECT other.article AS id, count(*) AS many FROM topics AS own
        JOIN topics AS other ON other.path = own.path AND other.article <> own.article
        WHERE own.article = ? GROUP BY other.article ORDER BY many DESC, id LIMIT ?`)
      .all(id, limit)
      .flatMap((row) => this.#store.find(String(row['id'])) ?? []);
  }
}
