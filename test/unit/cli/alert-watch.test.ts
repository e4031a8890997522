import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookForAlerts, watchAlerts } from '../../../src/cli/alert-watch.ts';
import { createLog } from '../../../src/cli/log/log.ts';
import { configSchema } from '../../../src/config/schema.ts';
import type { LoadedConfig } from '../../../src/config/load.ts';
import type { OpenPipeline } from '../../../src/service/open-pipeline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A config with so many receivers of alerts, and a Redis that fails whoever looks. */
function failing(receivers: number, fault: unknown = new Error('no Redis')) {
  const to = Array.from({ length: receivers }, () => ({ type: 'command', run: ['true'] }));
  const config = configSchema.parse({ alerts: { to } }) as unknown as LoadedConfig;
  let looks = 0;
  const alerts = {
    claim: () => {
      looks += 1;
      return Promise.reject(fault);
    },
  };
  const open = { pipeline: { health: { alerts } } } as unknown as OpenPipeline;
  const stderr = new PassThrough();
  const log = createLog({ stderr }, { level: 'info', format: 'json' });
  const send = () => Promise.reject(new Error('nothing is sent'));
  const logged = () => String(stderr.read() ?? '');
  return { config, work: { open, send }, log, logged, looks: () => looks };
}

test.each([
  [new Error('no Redis'), 'no Redis'],
  ['gone', 'gone'],
])('a look that fails of %s is logged with its reason, and fails nobody', async (fault, reason) => {
  const { config, work, log, logged } = failing(1, fault);
  await lookForAlerts(config, work, log);
  expect(JSON.parse(logged())).toMatchObject({
    level: 'error',
    reason,
    msg: 'an alert did not get through',
  });
});

test('alerts are looked for at once and then every minute, until nobody wants them any more', () => {
  const { config, work, log, looks } = failing(1);
  const watch = watchAlerts(config, work, log);
  expect(looks()).toBe(1);
  vi.advanceTimersByTime(59_999);
  expect(looks()).toBe(1);
  vi.advanceTimersByTime(60_001);
  expect(looks()).toBe(3);
  watch[Symbol.dispose]();
  vi.advanceTimersByTime(600_000);
  expect(looks()).toBe(3);
});

test('where nobody is to be told, nothing is looked for', () => {
  const { config, work, log, looks } = failing(0);
  const watch = watchAlerts(config, work, log);
  vi.advanceTimersByTime(600_000);
  expect([looks(), vi.getTimerCount()]).toEqual([0, 0]);
  watch[Symbol.dispose]();
});
