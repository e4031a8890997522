import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { directoryDestinationSchema } from '../../../src/config/destinations.ts';
import { directoryDestination } from '../../../src/deliver/directory.ts';
import { nextJob, republishJob } from '../../support/records/republish-job.ts';

const context = { now: () => new Date('2026-11-29T12:00:00Z') };
const job = republishJob();
const { id, revision } = job.record;

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'newsrelay-directory-'));
  onTestFinished(() => rm(path, { recursive: true }));
});

const directory = (folder = path) =>
  directoryDestination(
    directoryDestinationSchema.parse({
      type: 'directory',
      name: 'files',
      path: folder,
      headerFields: 3,
    }),
    ({ title }, { headerFields }) => `${headerFields} ${title}`,
  );

test('an article is two files, one revision after the other', async () => {
  const target = directory();
  expect(target.name).toBe('files');
  const deliveries = [job, job, nextJob(job, 'update', { title: 'Changed' }), job];
  const outcomes: unknown[] = [];
  for (const one of deliveries) outcomes.push(await target.deliver(one, context));
  expect(outcomes).toEqual([
    { kind: 'delivered', remoteId: id, notes: [] },
    { kind: 'unchanged', remoteId: id },
    { kind: 'delivered', remoteId: id, notes: [] },
    { kind: 'superseded', heldRevision: revision + 1 },
  ]);
  expect(await readdir(path)).toEqual([`${id}.json`, `${id}.txt`]);
  expect(await readFile(join(path, `${id}.txt`), 'utf8')).toBe('3 Changed');
});

test('a withdrawn article is its title and its link alone, and is withdrawn once', async () => {
  const target = directory();
  await target.deliver(job, context);
  const withdrawal = nextJob(job, 'withdraw');
  expect(await target.deliver(withdrawal, context)).toEqual({ kind: 'withdrawn', remoteId: id });
  expect(await target.deliver(withdrawal, context)).toEqual({ kind: 'unchanged', remoteId: id });
  expect(await readdir(path)).toEqual([`${id}.json`]);
  const { record } = JSON.parse(await readFile(join(path, `${id}.json`), 'utf8'));
  expect(record).toMatchObject({
    title: job.record.title,
    paragraphs: [],
    rights: { mode: 'drop' },
  });
});

test('a withdrawal without a title, as after a takedown, leaves none', async () => {
  const { title: _, ...rest } = job.record;
  await directory().deliver({ ...job, action: 'withdraw', record: rest }, context);
  const { record } = JSON.parse(await readFile(join(path, `${id}.json`), 'utf8'));
  expect(record).not.toHaveProperty('title');
});

test('a file that is damaged is written anew', async () => {
  await writeFile(join(path, `${id}.json`), '{"record": {"revision": 9');
  expect(await directory().deliver(job, context)).toMatchObject({ kind: 'delivered' });
});

test('a check says where files are written, or why they cannot be', async () => {
  expect(await directory().check(context)).toEqual([
    { what: 'write and remove a file', result: 'ok', message: path },
  ]);
  expect(await readdir(path)).toEqual([]);
  const nowhere = directory('/dev/null/x');
  await expect(nowhere.probe(context)).rejects.toMatchObject({ code: 'unavailable' });
  await expect(nowhere.check(context)).rejects.toMatchObject({ code: 'unavailable' });
});
