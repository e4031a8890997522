import { expect, test } from 'vitest';
import { doMainJob } from '../../support/site/main-job.ts';
import { testRedis } from '../../support/redis/redis.ts';

const redis = testRedis();

test('100 articles of 10 sources become 100 exact publish jobs, and a second pass none', async () => {
  expect(await doMainJob(redis)).toEqual([100, 100]);
});
