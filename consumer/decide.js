/**
 * @typedef {import('./index.d.ts').Held} Held
 * @typedef {import('./index.d.ts').RepublishJob} RepublishJob
 * @typedef {import('./index.d.ts').Decision} Decision
 * @typedef {import('./index.d.ts').Change} Change
 */

/** @type {readonly Change[]} */
const ALL = ['text', 'rights', 'images', 'metadata'];

/**
 * @param {Held | undefined} held
 * @param {RepublishJob} job
 * @returns {Decision}
 */
export function decide(held, job) {
  if (held && held.revision >= job.record.revision) return { kind: 'stale' };
  if (job.action === 'withdraw') {
    // A reason that a later version adds is taken for the one that asks most.
    const reason = job.reason ?? { code: 'gone' };
    const erase = !MAY_BE_KEPT.has(reason.code);
    return { kind: 'hide', erase, reason };
  }
  const isNew = held === undefined;
  const told = job.action === 'update' && held?.shown ? job.changes : undefined;
  return { kind: 'show', isNew, changes: [...(told ?? ALL)] };
}

const MAY_BE_KEPT = new Set(['gone', 'noindex', 'notice', 'expired', 'rights']);
