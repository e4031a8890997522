import { afterAll, describe, expect, test } from 'vitest';
import { wordpressDestinationSchema } from '../../../src/config/destinations.ts';
import { wordpressDestination } from '../../../src/deliver/wordpress/wordpress-destination.ts';
import { createSend } from '../../../src/http/send.ts';
import { type Answer, startReceiver } from '../../support/site/receiver.ts';
import { republishJob } from '../../support/records/republish-job.ts';

const { send, close } = createSend({ userAgent: 'newsrelay-test' });
afterAll(close);

const context = { now: () => new Date('2026-11-20T10:00:00Z') };
const wordpressError = (status: number, code: string): Answer => ({
  status,
  body: JSON.stringify({ code, message: `because ${code}`, data: { status } }),
});

/** @param overCore whether the site lacks the plugin */
async function deliver(answer: Answer, overCore: boolean): Promise<unknown> {
  const receiver = await startReceiver(({ path }) =>
    overCore && path.includes('/newsrelay/') ? wordpressError(404, 'rest_no_route') : answer,
  );
  const options = wordpressDestinationSchema.parse({
    type: 'wordpress',
    name: 'site',
    url: new URL(receiver.url).origin,
    username: 'mfnnews',
    password: 's3cret words',
    timeout: '2s',
  });
  try {
    return await wordpressDestination(options, { send }).deliver(republishJob(), context);
  } catch (error) {
    return error;
  } finally {
    await receiver.close();
  }
}

describe('a site that answers with trouble', () => {
  const table: [name: string, answer: Answer, error: object][] = [
    [
      'nobody let in is unavailability, so that no job is lost to a revoked password',
      wordpressError(401, 'rest_not_logged_in'),
      { name: 'TransientError', code: 'unavailable' },
    ],
    [
      'a role that may not is unavailability too',
      wordpressError(403, 'rest_cannot_create'),
      { name: 'TransientError', code: 'unavailable' },
    ],
    [
      'a stumble is tried again',
      wordpressError(500, 'db_insert_error'),
      { name: 'TransientError', code: 'db_insert_error' },
    ],
    [
      'a delivery of the same article under way is tried again',
      wordpressError(409, 'newsrelay_locked'),
      { name: 'TransientError', code: 'newsrelay_locked' },
    ],
    [
      'maintenance is waited for',
      { status: 503, headers: { 'retry-after': '600' }, body: '<h1>Maintenance</h1>' },
      { name: 'ThrottledError', untilMs: Date.parse('2026-11-20T10:10:00Z') },
    ],
    [
      'a database that is down is unavailability',
      { status: 500, body: '<h1>Error establishing a database connection</h1>' },
      { name: 'TransientError', code: 'unavailable' },
    ],
    [
      'a page with status 200 is no success',
      { status: 200, body: '<h1>Hello</h1>' },
      { name: 'TransientError', code: 'unavailable' },
    ],
    [
      'a post over its size limit is permanent',
      { status: 413, body: '<h1>Too large</h1>' },
      { name: 'PermanentError', code: 'too-large' },
    ],
    [
      'a redirect is not followed, and the new address is told as the config is to have it',
      {
        status: 301,
        headers: { location: 'https://www.elsewhere.example/wp-json/wp/v2/posts?x=1' },
      },
      {
        name: 'TransientError',
        code: 'unavailable',
        message: expect.stringContaining('write url: https://www.elsewhere.example'),
      },
    ],
    [
      'a password that never arrived is told with its usual cause',
      wordpressError(401, 'rest_not_logged_in'),
      { message: expect.stringContaining('strips the Authorization header') },
    ],
  ];
  test.each(table.flatMap((row) => [[...row, false] as const, [...row, true] as const]))(
    '%s',
    async (_name, answer, error, overCore) => {
      const failure = await deliver(answer, overCore);
      expect(failure).toMatchObject(error);
      expect(String(failure)).not.toContain('s3cret');
    },
  );

  test('a wrong password is not taken for one that never arrived', async () => {
    const failure = await deliver(wordpressError(401, 'incorrect_password'), false);
    expect(failure).toMatchObject({ code: 'unavailable' });
    expect(String(failure)).not.toContain('Authorization');
  });

  test('a post that core can never take is permanent', async () => {
    const failure = await deliver(wordpressError(400, 'rest_invalid_param'), true);
    expect(failure).toMatchObject({ name: 'PermanentError', code: 'rest_invalid_param' });
  });

  test('a plugin of another version holds articles up and loses none, and the mend is told', async () => {
    const failure = await deliver(wordpressError(400, 'rest_invalid_param'), false);
    expect(failure).toMatchObject({ name: 'TransientError', code: 'unavailable' });
    expect(String(failure)).toContain('copy wordpress/newsrelay');
  });
});

test('extra headers go with every request, and never in place of the login', async () => {
  const receiver = await startReceiver(() => wordpressError(404, 'rest_no_route'));
  const options = wordpressDestinationSchema.parse({
    type: 'wordpress',
    name: 'site',
    url: new URL(receiver.url).origin,
    username: 'mfnnews',
    password: 's3cret words',
    headers: { 'X-Gateway-Key': 'k1', Authorization: 'Basic other' },
  });
  await expect(
    wordpressDestination(options, { send }).deliver(republishJob(), context),
  ).rejects.toThrow('rest_no_route');
  await receiver.close();
  expect(receiver.received.length).toBeGreaterThan(1);
  const login = `Basic ${Buffer.from('mfnnews:s3cret words').toString('base64')}`;
  for (const { headers } of receiver.received) {
    expect([headers['x-gateway-key'], headers['authorization']]).toEqual(['k1', login]);
  }
});
