// Processes of one config have only the secrets that each needs; the one that lacks its own says so.

import { expect, test } from 'vitest';
import { Service, writeConfig } from '../../support/commands/service.ts';
import { OwnRedis } from '../../support/redis/own-redis.ts';

/** What a service of this role says until it works. */
async function saidBy(role: string, environment: Record<string, string>): Promise<string> {
  await using redis = await OwnRedis.start();
  await using config = await writeConfig({
    redis: { url: redis.url },
    http: { userAgent: 'newsrelay-test/1.0 (+https://harbour.example/bot)' },
    sources: [{ id: 'harbour', name: 'Harbour', feeds: ['http://127.0.0.1:1/'], enabled: false }],
    destinations: [
      {
        type: 'wordpress',
        name: 'blog',
        url: 'http://127.0.0.1:1',
        username: 'desk',
        password: '${WORDPRESS_PASSWORD:-deliver.env has it}',
      },
    ],
    web: false,
  });
  await using service = new Service(config.path, ['run', '--only', role], environment);
  await service.says('"working"');
  return service.output;
}

test('A role that delivers tells which secret it lacks, and no default is told.', async () => {
  const said = await saidBy('deliver', {});
  expect(said).toMatch(
    /"level":"warn".*destinations\[0\]\.password needs the secret WORDPRESS_PASSWORD, .*"a secret is missing"/,
  );
  expect(said).not.toContain('has it');
});

test.each([
  ['that has the secret', 'deliver', { WORDPRESS_PASSWORD: 'abcd efgh ijkl mnop qrst uvwx' }],
  ['that needs none', 'poll', {}],
])(
  'A role %s says nothing of it.',
  async (_what, role, environment) => {
    expect(await saidBy(role, environment)).not.toContain('secret');
  },
  300_000,
);
