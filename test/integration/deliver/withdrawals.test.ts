import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { directoryDestination } from '../../../src/deliver/directory.ts';
import { webhookDestination } from '../../../src/deliver/webhook.ts';
import { createSend } from '../../../src/http/send.ts';
import { republishJobSchema } from '../../../src/queue/republish-job.ts';
import { writeSeedText } from '../../../src/record/seed-format.ts';
import { withdrawReasonSchema } from '../../../src/withdraw-reason.ts';
import { sampleJobs } from '../../../consumer/index.js';
import { startReceiver } from '../../support/site/receiver.ts';

const codes = withdrawReasonSchema.shape.code.options;
const context = {
  now: () => new Date('2026-11-23T09:00:00Z'),
  signal: new AbortController().signal,
};

function withdrawal(code: (typeof codes)[number]) {
  const { 'withdraw-gone': gone, 'withdraw-takedown': takedown } = sampleJobs();
  const job = code === 'takedown' ? takedown : gone;
  return republishJobSchema.parse({ ...job, reason: { code, text: `because of ${code}` } });
}

test.each(codes)('a webhook hears that the reason is %s', async (code) => {
  const receiver = await startReceiver(() => ({ status: 204 }));
  onTestFinished(() => receiver.close());
  const sender = createSend({ userAgent: 'newsrelay-test/1.0' });
  onTestFinished(() => sender.close());
  const options = {
    type: 'webhook' as const,
    name: 'site',
    url: receiver.url,
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    headers: {},
    timeout: 5_000,
  };
  await webhookDestination(options as never, sender.send).deliver(withdrawal(code), context);
  expect(JSON.parse(String(receiver.received[0]!.body))).toMatchObject({
    action: 'withdraw',
    reason: { code, text: `because of ${code}` },
  });
});

test.each(codes)('a directory keeps that the reason is %s', async (code) => {
  const path = await mkdtemp(join(tmpdir(), 'newsrelay-withdrawals-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const directory = directoryDestination(
    { type: 'directory', name: 'files', path, headerFields: 5 } as never,
    writeSeedText,
  );
  const job = withdrawal(code);
  await directory.deliver(job, context);
  const kept = JSON.parse(await readFile(join(path, `${job.record.id}.json`), 'utf8'));
  expect(kept).toMatchObject({ action: 'withdraw', reason: { code, text: `because of ${code}` } });
  expect(kept.record.paragraphs).toEqual([]);
});
