import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newsrelay, workplace } from '../../support/commands/command.ts';
import { freePort, OwnRedis } from '../../support/redis/own-redis.ts';
import { startReceiver } from '../../support/site/receiver.ts';

const USERS = {
  noinfo: '~* &* +@all -@admin -@dangerous',
  ownkeys: '~newsrelay:* &* +@all -@admin -@dangerous',
  noeval: '~* &* +@all -eval -evalsha',
  noname: '~* &* +@all -@admin -@dangerous -client',
  otherkeys: '~else:* &* +@all',
};

/** A feed of one article, and a config that polls it over a Redis. */
async function poll(redisUrl: string) {
  const site = await startReceiver(({ path }) =>
    path === '/feed.xml'
      ? {
          status: 200,
          headers: { 'content-type': 'application/rss+xml' },
          body: '<rss version="2.0"><channel><title>Quay</title></channel></rss>',
        }
      : { status: 404 },
  );
  await using place = await workplace();
  const { origin, port } = new URL(site.url);
  const config = await place.write('newsrelay.yaml', {
    redis: { url: redisUrl },
    site: { byline: 'desk' },
    http: { allowPrivateAddresses: ['127.0.0.0/8'], allowPorts: [Number(port)] },
    sources: [
      { id: 'quay', name: 'Quay', channel: 'q', feeds: [`${origin}/feed.xml`], schedule: '15m' },
    ],
  });
  try {
    return await newsrelay(['poll', '--config', config, '--timeout', '20s']);
  } finally {
    await site.close();
  }
}

async function restrictedRedis(): Promise<{ redis: OwnRedis; as: (user: string) => string }> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-acl-'));
  const lines = Object.entries(USERS).map(([name, rights]) => `user ${name} on >pw ${rights}`);
  const file = join(folder, 'users.acl');
  await writeFile(file, ['user default on nopass ~* &* +@all', ...lines, ''].join('\n'));
  const redis = await OwnRedis.start({ aclfile: file });
  const as = (user: string) => redis.url.replace('redis://', `redis://${user}:pw@`);
  await rm(folder, { recursive: true });
  return { redis, as };
}

describe('a Redis as it is sold', () => {
  test.each(['noinfo', 'ownkeys'])('the user %s works, and is warned once', async (user) => {
    const { redis, as } = await restrictedRedis();
    await using _redis = redis;
    const { status, stderr } = await poll(as(user));
    expect([status, stderr.match(/maxmemory-policy noeviction/g)?.length]).toEqual([0, 1]);
    expect(stderr).not.toContain('Skipping the ready check');
  });

  test.each([
    ['noeval', "'eval'"],
    ['noname', "'client|setname'"],
    ['otherkeys', 'key'],
  ])('the user %s is refused with what is missing and the mend', async (user, missing) => {
    const { redis, as } = await restrictedRedis();
    await using _redis = redis;
    const { status, stderr } = await poll(as(user));
    expect(status).toBe(1);
    expect(stderr).toContain(missing);
    expect(stderr).toContain('ACL SETUSER');
  });

  test('a database that does not exist is refused, not taken for another', async () => {
    await using redis = await OwnRedis.start({ databases: '4' });
    const { status, stderr } = await poll(`${redis.url}/9`);
    expect(status).toBe(1);
    expect(stderr).toContain('redis.url names database 9');
    // The queues leave their own settings where they are opened, and nothing else.
    const left = await redis.use((client) => client.keys('*'));
    expect(left.filter((key) => !key.endsWith(':meta'))).toEqual([]);
    expect((await poll(`${redis.url}/3`)).status).toBe(0);
  });

  test('sentinels lead to the master', async () => {
    await using redis = await OwnRedis.start();
    const folder = await mkdtemp(join(tmpdir(), 'newsrelay-sentinel-'));
    const port = await freePort();
    const file = join(folder, 'sentinel.conf');
    const lines = [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${folder}`,
      `sentinel monitor quay 127.0.0.1 ${redis.port} 1`,
    ];
    await writeFile(file, `${lines.join('\n')}\n`);
    const sentinel = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
    try {
      const { status } = await poll(`sentinel://127.0.0.1:${port}/quay`);
      expect(status).toBe(0);
      expect(await redis.use((client) => client.dbsize())).toBeGreaterThan(0);
    } finally {
      sentinel.kill();
      await once(sentinel, 'exit');
      await rm(folder, { recursive: true });
    }
  });
});

test.each([
  ['no password', '', 'NOAUTH'],
  ['a wrong one', ':reef@', 'WRONGPASS'],
])(
  'a Redis that wants a password and gets %s is told at once, in one line',
  async (_what, user, code) => {
    await using redis = await OwnRedis.start({ requirepass: 'quay' });
    await using place = await workplace();
    const config = await place.write('newsrelay.yaml', {
      redis: { url: `redis://${user}127.0.0.1:${redis.port}` },
      sources: [{ id: 'quay', name: 'Quay', feeds: ['https://quay.example/feed.xml'] }],
    });
    const { status, stderr } = await newsrelay(['--config', config, 'status']);
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`password (${code}`)]);
    expect(stderr).toContain('write redis://user:${PASSWORD}@host:port as redis.url');
    expect(stderr).not.toContain('start it');
  },
);

test('a Redis that is not there is told once while a command waits, and once when it gives up', async () => {
  await using place = await workplace();
  const port = await freePort();
  const config = await place.write('newsrelay.yaml', {
    redis: { url: `redis://127.0.0.1:${port}` },
    sources: [{ id: 'quay', name: 'Quay', feeds: ['https://quay.example/feed.xml'] }],
  });
  const { status, stderr } = await newsrelay(['--config', config, 'status']);
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/waiting for Redis/),
    expect.stringMatching(/^newsrelay: Redis at .* does not answer \(.*ECONNREFUSED.*start it/),
  ]);
});
