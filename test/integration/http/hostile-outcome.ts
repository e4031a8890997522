import type { Socket } from 'node:net';
import { serveRaw } from './loopback-server.ts';
import { loopbackClient } from './test-client.ts';

export const head = (lines: string[], status = '200 OK') =>
  [`HTTP/1.1 ${status}`, 'Content-Type: text/html', ...lines, '', ''].join('\r\n');

export async function outcome(
  answer: (socket: Socket, requestHead: string) => void,
  options: { kind?: 'feed' | 'page' | 'robots'; timeoutMs?: number } = {},
) {
  await using site = await serveRaw(answer);
  await using client = loopbackClient([site.port], { timeoutMs: options.timeoutMs ?? 5_000 });
  return await client.fetch({ url: site.url, kind: options.kind ?? 'page' }).then(
    ({ status, body }) => ({ status, length: body.length }),
    ({ name, code }: { name: string; code: string }) => ({ name, code }),
  );
}

export const tooLarge = { name: 'PermanentError', code: 'too-large' };

export const timeout = { name: 'TransientError', code: 'timeout' };

export const truncated = { name: 'TransientError', code: 'truncated-body' };

export const corrupt = { name: 'TransientError', code: 'corrupt-body' };
