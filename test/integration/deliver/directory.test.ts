import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { directoryDestinationSchema } from '../../../src/config/destinations.ts';
import { directoryDestination, type RenderText } from '../../../src/deliver/directory.ts';
import { republishJobSchema, titledRecord } from '../../../src/queue/republish-job.ts';
import { nextJob, republishJob } from '../../support/records/republish-job.ts';

const context = { now: () => new Date('2026-11-20T10:00:00Z') };
let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'newsrelay-directory-'));
});
afterEach(() => rm(path, { recursive: true, force: true }));

const renderText: RenderText = ({ id, title }, { headerFields }) =>
  `${id} ${headerFields}\n${title}\n`;
const directory = (folder = path) =>
  directoryDestination(
    directoryDestinationSchema.parse({ type: 'directory', name: 'files', path: folder }),
    renderText,
  );

const job = republishJob();
const { id } = job.record;
const read = (extension: string) => readFile(join(path, `${id}.${extension}`), 'utf8');
const heldJob = async () => republishJobSchema.parse(JSON.parse(await read('json')));

test('writes the job and the text, and nothing else', async () => {
  expect(await directory().deliver(job, context)).toEqual({
    kind: 'delivered',
    remoteId: id,
    notes: [],
  });
  expect(await readdir(path)).toEqual([`${id}.json`, `${id}.txt`]);
  expect(await heldJob()).toEqual(job);
  expect(await read('txt')).toBe(`${id} 5\n${job.record.title}\n`);
});

test('replaces them by a later revision only', async () => {
  const update = nextJob(job, 'update', { title: 'Changed' });
  await directory().deliver(update, context);
  expect(await directory().deliver(job, context)).toEqual({
    kind: 'superseded',
    heldRevision: update.record.revision,
  });
  expect(await directory().deliver(update, context)).toEqual({ kind: 'unchanged', remoteId: id });
  expect(await read('txt')).toContain('Changed');
});

test('keeps of a withdrawn article only the mark that it is withdrawn', async () => {
  await directory().deliver(job, context);
  const withdrawal = nextJob(job, 'withdraw');
  expect(await directory().deliver(withdrawal, context)).toMatchObject({ kind: 'withdrawn' });
  expect(await readdir(path)).toEqual([`${id}.json`]);
  expect(await read('json')).not.toContain('Ada Marsh said');
  expect(await directory().deliver(job, context)).toMatchObject({ kind: 'superseded' });
  await directory().deliver(nextJob(withdrawal, 'publish', titledRecord(job)), context);
});

test('ends with the highest revision whatever the order of arrival', async () => {
  const target = directory();
  const revisions = Array.from({ length: 20 }, (_, index) => ({
    ...job,
    record: { ...job.record, revision: index, title: `Title ${index}` },
  }));
  await Promise.all(revisions.toReversed().map((given) => target.deliver(given, context)));
  expect((await heldJob()).record.revision).toBe(19);
  expect(await read('txt')).toContain('Title 19');
});

test('writes both anew over a damaged file', async () => {
  await writeFile(join(path, `${id}.json`), '{"schema":');
  await directory().deliver(job, context);
  expect(await heldJob()).toEqual(job);
});

test('a folder that cannot be written is unavailability', async () => {
  await writeFile(join(path, 'file'), '');
  await expect(directory(join(path, 'file', 'below')).deliver(job, context)).rejects.toMatchObject({
    name: 'TransientError',
    code: 'unavailable',
  });
});

test('the connection test leaves nothing behind', async () => {
  expect(await directory().check(context)).toMatchObject([{ result: 'ok' }]);
  expect(await readdir(path)).toEqual([]);
});
