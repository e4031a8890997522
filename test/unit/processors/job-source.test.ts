import { describe, expect, test } from 'vitest';
import { sourceNamed, waitForSource } from '../../../src/processors/job-source.ts';
import { offlinePipeline } from '../../support/site/offline-pipeline.ts';

const DAY = 86_400_000;
const offline = () => {
  const sources = [{ id: 'harbour', feeds: ['https://harbour.example/f'], formerly: ['pier'] }];
  const { pipeline, notices, clock } = offlinePipeline(sources);
  const of = (members: object[]) =>
    ({ members: async () => members }) as unknown as typeof pipeline.deployment;
  return { pipeline: { ...pipeline, deployment: of([]) }, notices, clock, of };
};

test('a source is found by its id, and by one that it had before', () => {
  const { pipeline } = offline();
  expect(sourceNamed('harbour', pipeline)?.id).toBe('harbour');
  expect(sourceNamed('pier', pipeline)?.id).toBe('harbour');
  expect(sourceNamed('quay', pipeline)).toBeUndefined();
});

describe('a visit whose source the config lacks', () => {
  test('waits an hour at a time, which is told once with the mend', async () => {
    const { pipeline, notices } = offline();
    for (let n = 0; n < 2; n += 1) {
      await expect(waitForSource('quay', pipeline)).rejects.toMatchObject({
        name: 'ThrottledError',
        code: 'source-missing',
        message: 'visits wait for the source quay, which the config has not',
        untilMs: pipeline.now() + 3_600_000,
      });
    }
    expect(notices).toEqual([
      {
        sourceId: 'quay',
        change: 'source-missing',
        message:
          'visits wait for the source quay, which the config has not; put it back, or write formerly: [quay] into the source that it has become',
      },
    ]);
    expect((await pipeline.health.missing.all()).get('quay')).toMatchObject({
      sinceMs: pipeline.now(),
    });
  });

  test('is given up after thirty days', async () => {
    const { pipeline, clock } = offline();
    await expect(waitForSource('quay', pipeline)).rejects.toMatchObject({ code: 'source-missing' });
    clock.ms += 30 * DAY;
    await expect(waitForSource('quay', pipeline)).rejects.toMatchObject({ code: 'source-missing' });
    clock.ms += 1;
    await expect(waitForSource('quay', pipeline)).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'source-removed',
    });
  });

  test('is left for five seconds to a process that has it, without a word', async () => {
    const { pipeline, notices, of } = offline();
    const deployment = of([{ sources: ['hill'] }, { sources: ['hill', 'quay'] }]);
    await expect(waitForSource('quay', { ...pipeline, deployment })).rejects.toMatchObject({
      code: 'source-elsewhere',
      message: 'another process has the source quay',
      untilMs: pipeline.now() + 5_000,
    });
    expect([notices, await pipeline.health.missing.all()]).toEqual([[], new Map()]);
  });
});
