import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { Queue } from 'bullmq';
import type { Hono } from 'hono';
import { ReadOnlyAdapter } from './read-only-adapter.ts';

/** Bull Board over these queues, without anything that changes them. */
export function bullBoard(queues: readonly Queue[], basePath: string): Hono {
  const serverAdapter = new ReadOnlyAdapter(basePath);
  const readOnly = { readOnlyMode: true, allowRetries: false };
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(queue, readOnly)),
    serverAdapter,
    options: {
      uiBasePath: dirname(fileURLToPath(import.meta.resolve('@bull-board/ui/package.json'))),
      uiConfig: { boardTitle: 'newsrelay', miscLinks: [{ text: 'newsrelay', url: '/' }] },
    },
  });
  return serverAdapter.app;
}
