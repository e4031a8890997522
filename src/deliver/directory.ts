import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ArticleRecord } from '../article-record.ts';
import { applyRights } from '../record/rights/rights.ts';
import type { DirectoryOptions } from '../config/destinations.ts';
import { type RepublishJob, republishJobSchema, titledRecord } from '../queue/republish-job.ts';
import type { Destination } from './destination.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { readIfThere, removeFile, replaceFile, tryFolder } from './whole-files.ts';

/** Writes a record in the seed's text format. */
export type RenderText = (record: ArticleRecord, options: { headerFields: number }) => string;

/**
 * Keeps two files for every article: `<id>.json`, the job as it stands, and `<id>.txt`, the article in
 * the seed's text format. A withdrawn article keeps only its job, stripped to title and link, as the
 * mark that later arrivals of older revisions are compared with. One process writes a directory.
 */
export function directoryDestination(
  { name, path, headerFields }: DirectoryOptions,
  renderText: RenderText,
): Destination {
  const oneOf = oneAtATime();
  const fileOf = (job: RepublishJob, extension: string) =>
    join(path, `${job.record.id}.${extension}`);

  return {
    name,
    deliver: (job) =>
      oneOf(job.record.id, async () => {
        const { id, revision } = job.record;
        const wanted = job.action === 'withdraw' ? stripped(job) : job;
        const held = await readJob(fileOf(job, 'json'));
        if (held && held.record.revision > revision) {
          return { kind: 'superseded', heldRevision: held.record.revision };
        }
        if (isDeepStrictEqual(held, wanted)) return { kind: 'unchanged', remoteId: id };

        // The JSON file last: it says that both are there, so a retry after a crash writes both again.
        const text = fileOf(job, 'txt');
        if (job.action === 'withdraw') await removeFile(text);
        else await replaceFile(text, renderText(job.record, { headerFields }));
        await replaceFile(fileOf(job, 'json'), `${JSON.stringify(wanted, null, 2)}\n`);
        return job.action === 'withdraw'
          ? { kind: 'withdrawn', remoteId: id }
          : { kind: 'delivered', remoteId: id, notes: [] };
      }),
    probe: () => tryFolder(path),
    async check() {
      await tryFolder(path);
      return [{ what: 'write and remove a file', result: 'ok', message: path }];
    },
  };
}

function stripped(job: RepublishJob & { action: 'withdraw' }): RepublishJob {
  const { title } = job.record;
  const rights = { ...job.record.rights, mode: 'drop' as const };
  const { title: _title, ...left } = applyRights({ ...titledRecord(job), rights });
  return { ...job, record: { ...left, ...(title !== undefined && { title }) } };
}

/** The job a file holds; nothing when there is none or it was damaged: it is written anew then. */
async function readJob(path: string): Promise<RepublishJob | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  try {
    return republishJobSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
