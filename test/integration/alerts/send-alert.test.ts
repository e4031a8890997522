import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { alertRound } from '../../../src/alerts/alert-round.ts';
import { alertMessage } from '../../../src/alerts/message.ts';
import { sendAlert } from '../../../src/alerts/send-alert.ts';
import { feedId } from '../../../src/queue/queues.ts';
import { createHealth } from '../../../src/store/health/health.ts';
import { Keys } from '../../../src/store/keys.ts';
import type { AlertReceiver } from '../../../src/config/alerts.ts';
import { createSend } from '../../../src/http/send.ts';
import { openTestPipeline, testConfig } from '../../support/commands/pipeline.ts';
import { BEGAN } from '../../support/records/alerts.ts';
import { testRedis } from '../../support/redis/redis.ts';
import { startReceiver } from '../../support/site/receiver.ts';

const { url, prefix } = testRedis();
const message = alertMessage({ began: [BEGAN], ended: [] });
const secret = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const { send } = createSend({ userAgent: 'newsrelay-test/1.0' });

/** A mail server that takes one mail and keeps what it was sent. */
async function mailServer() {
  let received = '';
  const server = createServer((socket) => {
    let isData = false;
    socket.on('error', () => {});
    socket.write('220 mail\r\n');
    socket.on('data', (chunk) => {
      received += String(chunk);
      if (isData && received.endsWith('\r\n.\r\n')) {
        isData = false;
        socket.write('250 taken\r\n');
      } else if (!isData && received.endsWith('DATA\r\n')) {
        isData = true;
        socket.write('354 go on\r\n');
      } else if (!isData) socket.write('250 yes\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mail: () => received, close: () => server.close() };
}

test('a mail goes to everybody named, with what began as its headline', async () => {
  const server = await mailServer();
  const to = ['desk@aggregator.example', 'night@aggregator.example'];
  await sendAlert({ type: 'email', url: server.url, to }, message, send);
  server.close();
  for (const address of to) expect(server.mail()).toContain(`RCPT TO:<${address}>`);
  expect(server.mail()).toContain('Subject: newsrelay: blog: is down');
  expect(server.mail()).toContain('mend it');
});

test('a webhook is signed, and its text is there for people', async () => {
  const receiver = await startReceiver(() => ({ status: 204 }));
  await sendAlert({ type: 'webhook', url: receiver.url, secrets: [secret] }, message, send);
  await receiver.close();
  const [{ headers, body }] = receiver.received as [(typeof receiver.received)[0]];
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({
    schema: 'newsrelay.alert/1',
    text: expect.stringContaining('blog: is down'),
    began: [{ subject: 'blog' }],
  });
});

test('a program has the message on its standard input, and fails by its status', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-alert-'));
  const file = join(folder, 'message.json');
  const run = ['sh', '-c', 'cat > "$0"', file];
  await sendAlert({ type: 'command', run }, message, send);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ subject: message.subject });
  await rm(folder, { recursive: true });
  const failing = sendAlert({ type: 'command', run: ['false'] }, message, send);
  await expect(failing).rejects.toThrow('ended with status 1');
  const missing = sendAlert({ type: 'command', run: ['/no/such/program'] }, message, send);
  await expect(missing).rejects.toThrow(/ENOENT/);
});

test('a look tells once what stands at two looks, again only what reached nobody, and its end', async () => {
  let status = 503;
  const receiver = await startReceiver(() => ({ status }));
  const sources = [{ id: 'typo', feeds: ['http://127.0.0.1:1/feed.xml'] }];
  let nowMs = Date.now();
  const now = () => nowMs;
  await using own = await openTestPipeline(sources, { url, prefix }, { now });
  await own.poll();
  const webhook: AlertReceiver = { type: 'webhook', url: receiver.url, secrets: [] };
  const alerts = { to: [webhook], after: { failing: 0, destination: 0, held: 20 } };
  const config = { ...testConfig(sources, prefix), alerts };
  const troubles: string[] = [];
  const redis = new Redis(url);
  const look = async (minutes: number) => {
    nowMs += minutes * 60_000;
    const reader = own.open.pipeline;
    await alertRound({ config, reader, send, onTrouble: (message) => troubles.push(message) });
    // Another look comes a minute later, and nobody waits for it here.
    await redis.unlink(new Keys(prefix).alertLook());
  };
  await look(1);
  expect(receiver.received).toHaveLength(0);
  await look(1);
  expect(troubles).toEqual([expect.stringContaining('answered with status 503')]);
  status = 204;
  for (let minute = 0; minute < 20; minute += 1) await look(1);
  const bodies = () =>
    receiver.received.map(({ body }) => JSON.parse(body) as { began: unknown[] });
  expect(bodies().map(({ began: all }) => all.length)).toEqual([1, 1]);
  expect(bodies()[1]).toMatchObject({ began: [{ subject: 'typo' }], ended: [] });
  await own.open.pipeline.health.feeds.forget([
    feedId({ sourceId: 'typo', feedUrl: sources[0]!.feeds[0]! }),
  ]);
  for (let minute = 0; minute < 20; minute += 1) await look(1);
  expect(bodies()).toHaveLength(3);
  expect(bodies()[2]).toMatchObject({ began: [], ended: [{ subject: 'typo' }] });
  await receiver.close();
  redis.disconnect();
});

test('of several processes one looks', async () => {
  const redis = new Redis(url);
  const { alerts } = createHealth(redis, new Keys(`${prefix}-one`));
  expect(await Promise.all([alerts.claim(60_000), alerts.claim(60_000)])).toEqual([true, false]);
  redis.disconnect();
});
