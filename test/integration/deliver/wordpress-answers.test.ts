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

async function deliver(answer: Answer): Promise<unknown> {
  const receiver = await startReceiver(() => answer);
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
      'a post it can never take is permanent',
      wordpressError(400, 'rest_invalid_param'),
      { name: 'PermanentError', code: 'rest_invalid_param' },
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
      'a redirect is not followed',
      { status: 301, headers: { location: 'https://elsewhere.example/' } },
      { name: 'TransientError', code: 'unavailable' },
    ],
  ];
  test.each(table)('%s', async (_name, answer, error) => {
    const failure = await deliver(answer);
    expect(failure).toMatchObject(error);
    expect(String(failure)).not.toContain('s3cret');
  });
});
