import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createTransport } from 'nodemailer';
import type { AlertReceiver } from '../config/alerts.ts';
import { webhookSignature } from '../deliver/webhook-signature.ts';
import { TransientError } from '../errors.ts';
import type { Send } from '../http/send.ts';
import { shortHash } from '../short-hash.ts';
import type { AlertMessage } from './message.ts';

const LIMIT_MS = 30_000;

/** Tells one receiver; throws what it fails of. */
export async function sendAlert(
  receiver: AlertReceiver,
  message: AlertMessage,
  send: Send,
): Promise<void> {
  switch (receiver.type) {
    case 'email':
      return await mail(receiver, message);
    case 'webhook':
      return await post(receiver, message, send);
    case 'command':
      return await runProgram(receiver.run, message);
  }
}

async function mail(
  { url, to, from = to[0]! }: Extract<AlertReceiver, { type: 'email' }>,
  { subject, text }: AlertMessage,
): Promise<void> {
  const transport = createTransport({
    url,
    connectionTimeout: LIMIT_MS,
    greetingTimeout: LIMIT_MS,
    socketTimeout: LIMIT_MS,
  });
  try {
    await transport.sendMail({ from, to, subject, text });
  } finally {
    transport.close();
  }
}

async function post(
  { url, secrets }: Extract<AlertReceiver, { type: 'webhook' }>,
  { subject, text, json }: AlertMessage,
  send: Send,
): Promise<void> {
  // `text` is what chat services show.
  const body = JSON.stringify({ ...json, text: `${subject}\n\n${text}` });
  const id = `alert-${shortHash(body)}`;
  const timestamp = Math.floor(Date.now() / 1_000);
  const signed =
    secrets.length > 0
      ? { 'webhook-signature': webhookSignature(secrets, id, timestamp, body) }
      : {};
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    ...signed,
  };
  const { status } = await send({ method: 'POST', url, headers, body, timeoutMs: LIMIT_MS });
  if (status >= 300) throw new TransientError('alert-refused', `answered with status ${status}`);
}

async function runProgram(
  [program = '', ...args]: readonly string[],
  { subject, text, json }: AlertMessage,
): Promise<void> {
  const child = spawn(program, args, {
    stdio: ['pipe', 'ignore', 'inherit'],
    timeout: LIMIT_MS,
  });
  // A program that does not read its input is none the worse for it.
  child.stdin.on('error', () => {});
  child.stdin.end(JSON.stringify({ ...json, subject, text }));
  const [status] = (await once(child, 'close')) as [number | null];
  if (status !== 0) throw new TransientError('alert-refused', `ended with status ${status}`);
}
