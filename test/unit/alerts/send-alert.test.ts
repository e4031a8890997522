import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { alertMessage } from '../../../src/alerts/message.ts';
import { sendAlert } from '../../../src/alerts/send-alert.ts';
import { BEGAN } from '../../support/records/alerts.ts';
import type { SendRequest } from '../../../src/http/send.ts';

const message = alertMessage({ began: [BEGAN], ended: [] });
const nothingSent = () => Promise.reject(new Error('nothing is sent'));

describe('a webhook', () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

  async function posted(status: number, secrets: string[]) {
    const sent: SendRequest[] = [];
    await sendAlert(
      { type: 'webhook', url: 'https://chat.example/hook', secrets },
      message,
      async (request) => {
        sent.push(request);
        return { status, headers: {}, body: Buffer.from('') };
      },
    );
    return sent[0]!;
  }

  test('is given half a minute for the message, in words and as data', async () => {
    const { headers, body, ...request } = await posted(200, []);
    expect(request).toEqual({
      method: 'POST',
      url: 'https://chat.example/hook',
      timeoutMs: 30_000,
    });
    expect(JSON.parse(String(body))).toEqual({
      ...message.json,
      text: `${message.subject}\n\n${message.text}`,
    });
    expect(headers).toEqual({
      'content-type': 'application/json',
      'webhook-id': expect.stringMatching(/^alert-\S+$/),
      'webhook-timestamp': expect.stringMatching(/^\d{10}$/),
    });
  });

  test('with secrets is signed by each of them', async () => {
    const { headers } = await posted(204, [secret, secret]);
    expect(headers!['webhook-signature']).toMatch(/^v1,\S+ v1,\S+$/);
  });

  test.each([300, 404, 500])('that answers with status %i was not told', async (status) => {
    await expect(posted(status, [])).rejects.toMatchObject({
      name: 'TransientError',
      code: 'alert-refused',
      message: `answered with status ${status}`,
    });
    await expect(posted(299, [])).resolves.toBeDefined();
  });
});

describe('a program', () => {
  test('reads the message from its standard input', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'newsrelay-alert-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'told.json');
    const run = ['sh', '-c', 'cat > "$0"', file];
    await sendAlert({ type: 'command', run }, message, nothingSent);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      ...message.json,
      subject: message.subject,
      text: message.text,
    });
  });

  test('that does not read is none the worse for it, one that fails was not told', async () => {
    await sendAlert({ type: 'command', run: ['true'] }, message, nothingSent);
    await expect(
      sendAlert({ type: 'command', run: ['sh', '-c', 'exit 3'] }, message, nothingSent),
    ).rejects.toMatchObject({ code: 'alert-refused', message: 'ended with status 3' });
    await expect(
      sendAlert({ type: 'command', run: ['/no/such/program'] }, message, nothingSent),
    ).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
