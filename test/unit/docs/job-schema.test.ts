import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobSchema } from '../../../scripts/job-schema.ts';

test('the published JSON Schema of jobs is current; npm run schema writes it', async () => {
  const file = join(import.meta.dirname, '../../../config/newsrelay.job.schema.json');
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(jobSchema())));
});
