// config/newsrelay.job.schema.json: the public contract of jobs and records, from the schema that
// every job is parsed with.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { republishJobSchema } from '../src/queue/republish-job.ts';

/** JSON Schema, draft 2020-12, open as its readers have to be: fields that it does not name may come. */
export function jobSchema(): object {
  return { title: 'newsrelay.job/1', ...z.toJSONSchema(republishJobSchema, { io: 'input' }) };
}

if (import.meta.main) {
  const file = join(import.meta.dirname, '../config/newsrelay.job.schema.json');
  await writeFile(file, `${JSON.stringify(jobSchema(), null, 2)}\n`);
}
