import { expectTypeOf, test } from 'vitest';
import type * as published from '../../../consumer/index.d.ts';
import type { BodyBlock } from '../../../src/article-body.ts';
import type { ArticleRecord } from '../../../src/article-record.ts';
import type { RepublishJob } from '../../../src/queue/republish-job.ts';

// Compared by the compiler: `npm run check` fails where the two part.
test('the types that sites build on are those of the schemas that every job is parsed with', () => {
  expectTypeOf<published.ArticleRecord>().toEqualTypeOf<ArticleRecord>();
  expectTypeOf<published.BodyBlock>().toEqualTypeOf<BodyBlock>();
  expectTypeOf<RepublishJob>().toExtend<published.RepublishJob>();
  expectTypeOf<published.RepublishJob>().toExtend<RepublishJob>();
});
