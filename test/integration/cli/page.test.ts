import { expect, test } from 'vitest';
import { Service, writeConfig } from '../../support/commands/service.ts';
import { freePort, OwnRedis } from '../../support/redis/own-redis.ts';

async function configWith(redisUrl: string, web: unknown) {
  return await writeConfig({
    redis: { url: redisUrl },
    sources: [{ id: 'harbour', name: 'Harbour', feeds: ['http://127.0.0.1:1/feed.xml'] }],
    web,
  });
}

test('the service serves the page; where its place is taken it says so and works on; off is off', async () => {
  await using redis = await OwnRedis.start();
  const listen = `127.0.0.1:${await freePort()}`;
  await using config = await configWith(redis.url, { listen });
  await using service = new Service(config.path, ['run']);
  await service.says(`"page":"http://${listen}/"`);
  expect(await (await fetch(`http://${listen}/readyz`)).text()).toBe('ok\n');
  expect(await (await fetch(`http://${listen}/`)).text()).toContain('Needs you');

  await using second = new Service(config.path, ['run']);
  await second.says('the page is not served; choose another web.listen');
  await second.says('"working"');

  await using off = await configWith(redis.url, false);
  await using silent = new Service(off.path, ['run']);
  await silent.says('"working"');
  expect(silent.output).not.toContain('"page"');

  service.child.kill('SIGTERM');
  expect(await service.exited).toEqual({ status: 0, signal: null });
  await expect(fetch(`http://${listen}/healthz`)).rejects.toThrow(/fetch failed/);
});
