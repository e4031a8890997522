/**
 * @typedef {import('./index.d.ts').RepublishJob} RepublishJob
 * @typedef {import('./index.d.ts').Decision} Decision
 * @typedef {import('./index.d.ts').Applied} Applied
 * @typedef {import('./index.d.ts').StoredArticle} StoredArticle
 */

/**
 * A table's name stands in SQL, where no value can be bound.
 * @param {string} name
 */
export function tableName(name) {
  if (!/^[a-z_][a-z0-9_]{0,50}$/.test(name)) throw new RangeError(`${name} is no name for a table`);
  return name;
}

/**
 * What a store keeps of a job. Of a withdrawn article its reason and revision stay, so that a job that comes
 * late does not show it again; of a taken down one nothing else.
 * @param {RepublishJob} job
 * @param {Exclude<Decision, { kind: 'stale' }>} decision
 */
export function rowOf(job, decision) {
  const { record, byline } = job;
  const isShown = decision.kind === 'show';
  /** @type {Applied} */
  const applied = isShown ? 'shown' : decision.erase ? 'erased' : 'hidden';
  return {
    id: record.id,
    revision: record.revision,
    shown: isShown ? 1 : 0,
    sortedAt: record.publishedAt ?? record.firstSeenAt,
    byline: applied === 'erased' ? '' : byline,
    record: applied === 'erased' ? null : JSON.stringify(record),
    reason: isShown ? null : JSON.stringify(decision.reason),
    applied,
  };
}

/**
 * @param {unknown} row
 * @returns {StoredArticle | undefined}
 */
export function storedIn(row) {
  if (typeof row !== 'object' || row === null) return undefined;
  const { revision, record, byline } = /** @type {Record<string, unknown>} */ (row);
  if (typeof record !== 'string') return undefined;
  return { revision: Number(revision), record: JSON.parse(record), byline: String(byline) };
}
