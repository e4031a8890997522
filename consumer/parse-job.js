/** @typedef {import('./index.d.ts').RepublishJob} RepublishJob */

/** BullMQ tells by this name that trying again would not help. */
export class UnrecoverableJobError extends Error {
  /**
   * @override
   * @type {'UnrecoverableError'}
   */
  name = 'UnrecoverableError';
}

const ACTIONS = ['publish', 'update', 'withdraw'];
/** What every record has, with the kind of value that pages are built on. */
const REQUIRED = /** @type {const} */ ({
  id: 'string',
  revision: 'number',
  sourceId: 'string',
  source: 'string',
  url: 'string',
  canonicalUrl: 'string',
  contentHash: 'string',
  firstSeenAt: 'string',
  publisher: 'object',
  flags: 'object',
  rights: 'object',
});
const LISTS = ['taxonomy', 'paragraphs', 'authors', 'images'];
const MODES = ['drop', 'link', 'excerpt', 'full'];

/**
 * @param {unknown} data
 * @returns {RepublishJob}
 */
export function parseJob(data) {
  const job = objectAt(data, 'the job');
  if (job['schema'] !== 'newsrelay.job/1') {
    throw new UnrecoverableJobError(`schema is ${said(job['schema'])}, not newsrelay.job/1`);
  }
  if (!ACTIONS.includes(/** @type {string} */ (job['action']))) {
    throw new UnrecoverableJobError(`action is ${said(job['action'])}, not ${ACTIONS.join(', ')}`);
  }
  if (typeof job['byline'] !== 'string') throw new UnrecoverableJobError('byline is no text');
  const record = objectAt(job['record'], 'record');
  for (const [field, kind] of Object.entries(REQUIRED)) {
    const value = record[field];
    if (typeof value !== kind || value === null) {
      throw new UnrecoverableJobError(`record.${field} is ${said(value)}, not of kind ${kind}`);
    }
  }
  for (const field of LISTS) {
    if (!Array.isArray(record[field])) {
      throw new UnrecoverableJobError(`record.${field} is ${said(record[field])}, not a list`);
    }
  }
  if (job['action'] !== 'withdraw' && typeof record['title'] !== 'string') {
    throw new UnrecoverableJobError('record.title is missing');
  }
  const { mode } = objectAt(record['rights'], 'record.rights');
  if (!MODES.includes(/** @type {string} */ (mode))) {
    throw new UnrecoverableJobError(`record.rights.mode is ${said(mode)}`);
  }
  return /** @type {RepublishJob} */ (/** @type {unknown} */ (job));
}

/**
 * @param {unknown} value
 * @param {string} what
 */
function objectAt(value, what) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnrecoverableJobError(`${what} is ${said(value)}, not an object`);
  }
  return /** @type {Record<string, unknown>} */ (value);
}

/** @param {unknown} value */
const said = (value) =>
  value === undefined ? 'missing' : String(JSON.stringify(value)).slice(0, 80);
