import { expect, test } from 'vitest';
import { decide, sampleJobs, type Held } from '../../../consumer/index.js';

const jobs = sampleJobs();
const ALL = ['text', 'rights', 'images', 'metadata'];
const { revision } = jobs['publish-full'].record;

test.each<[string, Held | undefined, keyof typeof jobs, object]>([
  [
    'a new article is shown',
    undefined,
    'publish-full',
    { kind: 'show', isNew: true, changes: ALL },
  ],
  ['a job that comes again is stale', { revision, shown: true }, 'publish-full', { kind: 'stale' }],
  [
    'an older one is stale',
    { revision: revision + 1, shown: false },
    'publish-full',
    { kind: 'stale' },
  ],
  [
    'an update tells what changed',
    { revision, shown: true },
    'update-text',
    { kind: 'show', isNew: false, changes: ['text'] },
  ],
  [
    'an update of an article that is not shown brings all of it',
    { revision, shown: false },
    'update-text',
    { kind: 'show', isNew: false, changes: ALL },
  ],
  [
    'an update of an unknown article brings all of it',
    undefined,
    'update-rights',
    { kind: 'show', isNew: true, changes: ALL },
  ],
  [
    'what is gone is hidden',
    { revision, shown: true },
    'withdraw-gone',
    { kind: 'hide', erase: false, reason: { code: 'gone' } },
  ],
  [
    'what is taken down is erased',
    { revision, shown: true },
    'withdraw-takedown',
    { kind: 'hide', erase: true, reason: { code: 'takedown' } },
  ],
  [
    'an unknown article that is withdrawn stays away',
    undefined,
    'withdraw-expired',
    { kind: 'hide', erase: false },
  ],
])('%s', (_what, held, name, decision) => {
  expect(decide(held, jobs[name])).toMatchObject(decision);
});

test('a withdrawal with the text that is held is applied: equal hashes say nothing', () => {
  const { record } = jobs['publish-full'];
  const job = { ...jobs['withdraw-gone'], record: { ...record, revision: revision + 1 } };
  expect(decide({ revision, shown: true }, job as (typeof jobs)['withdraw-gone'])).toMatchObject({
    kind: 'hide',
  });
});

test('a reason of a later version asks most: the article is erased', () => {
  const job = { ...jobs['withdraw-gone'], reason: { code: 'regret' } };
  expect(decide(undefined, job as never)).toMatchObject({ kind: 'hide', erase: true });
});

test('a withdrawal of an earlier version, without a reason, hides', () => {
  const { reason: _, ...job } = jobs['withdraw-gone'] as { reason?: unknown };
  expect(decide(undefined, job as never)).toMatchObject({ kind: 'hide', erase: false });
});
