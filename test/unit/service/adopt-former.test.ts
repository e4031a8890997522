import { expect, test } from 'vitest';
import { feedId } from '../../../src/queue/queues.ts';
import { adoptFormer } from '../../../src/service/adopt-former.ts';

test('a renamed source has what was known under each of its former ids', async () => {
  const done: unknown[][] = [];
  const noted =
    (name: string) =>
    async (...given: unknown[]) =>
      void done.push([name, ...given]);
  const source = { feeds: ['https://harbour.example/f?key=s3cret'], formerly: ['quay', 'dock'] };
  await adoptFormer({
    sources: new Map([
      ['harbour', { id: 'harbour', ...source }],
      ['hill', { id: 'hill', feeds: ['https://hill.example/f'] }],
    ]),
    feeds: { adopt: noted('feed') },
    held: { adopt: noted('held') },
    health: { feeds: { forget: noted('forget') }, pulses: { adopt: noted('pulse') } },
  } as never);
  const id = (sourceId: string) =>
    feedId({ sourceId, feedUrl: 'https://harbour.example/f?key=***' });
  expect(done).toEqual(
    ['quay', 'dock'].flatMap((former) => [
      ['feed', id(former), id('harbour')],
      ['forget', [id(former)]],
      ['pulse', former, 'harbour'],
      ['held', former, 'harbour'],
    ]),
  );
});
