import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { main } from '../../../src/cli/main.ts';
import { startRedisServer } from '../../../src/redis/redis-server.ts';

export interface CommandResult {
  status: number;
  out: string;
  err: string;
}

function collector() {
  let text = '';
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  return { stream, text: () => text };
}

export interface Commands extends AsyncDisposable {
  /** Where the private Redis of the commands keeps its data; gone in the end. */
  dataDir: string;
  /** Runs a command as typed after `newsrelay`, in this process. */
  run(args: string[], input?: string): Promise<CommandResult>;
}

/** The command line with a config file of its own; `config` is what `newsrelay.yaml` holds. */
export async function commandsWith(config: object): Promise<Commands> {
  const folder = await mkdtemp(join(tmpdir(), 'newsrelay-command-'));
  const file = join(folder, 'newsrelay.yaml');
  // JSON is YAML.
  await writeFile(file, JSON.stringify({ dataDir: folder, ...config }));
  return {
    dataDir: folder,
    run: async (args, input = '') => {
      const [stdout, stderr] = [collector(), collector()];
      const status = await main(['--config', file, ...args], {
        stdin: Readable.from([input]),
        stdout: stdout.stream,
        stderr: stderr.stream,
        environment: {},
        signal: new AbortController().signal,
      });
      return { status, out: stdout.text(), err: stderr.text() };
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** The `http` section for sites on loopback at these addresses. */
export function loopbackHttp(...urls: string[]) {
  return {
    userAgent: 'newsrelay-test/1.0 (+https://aggregator.example/bot)',
    allowPrivateAddresses: ['127.0.0.0/8'],
    allowPorts: urls.map((url) => Number(new URL(url).port)),
    perHost: { concurrency: 10, spacing: '0ms' },
    timeout: '5s',
  };
}

/** The command line beside a site; its private Redis is held open, so that no command starts it anew. */
export async function commandsBeside(
  site: AsyncDisposable,
  config: object,
): Promise<Commands & { redisUrl: string }> {
  await using stack = new AsyncDisposableStack();
  stack.use(site);
  const commands = stack.use(await commandsWith(config));
  const redis = stack.use(await startRedisServer({ dataDir: commands.dataDir, persist: true }));
  const opened = stack.move();
  return { ...commands, redisUrl: redis.url, [Symbol.asyncDispose]: () => opened.disposeAsync() };
}
