import { createHttpClient } from '../../../src/http/client.ts';

// Run as a process of its own, with a bounded heap: fetches one page of a hostile server and
// prints by how many MiB the process grew at most, beside what became of the fetch.
const [port = ''] = process.argv.slice(2);
const client = createHttpClient({
  userAgent: 'probe',
  allowPrivateAddresses: ['127.0.0.0/8'],
  allowPorts: [Number(port)],
  timeoutMs: 20_000,
});

const get = (path: string) =>
  client.fetch({ url: `http://127.0.0.1:${port}/${path}`, kind: 'feed' }).then(
    ({ status }) => String(status),
    (error: { code: string }) => error.code,
  );

for (let i = 0; i < 50; i += 1) await get('warm-up');
const before = process.memoryUsage.rss();
let most = before;
const sampler = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 2);
const outcome = await get('hostile');
clearInterval(sampler);
await client.close();
console.log(JSON.stringify({ outcome, grownMiB: Math.round((most - before) / 1024 / 1024) }));
