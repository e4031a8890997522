// npm run bench -- hostile [WARM READINGS] [PART OF A NAME]
//
// How long one page holds the event loop: every shape of the tests that is made to take long, as it is and filled up to
// five megabytes with a script that nobody reads, through all that a worker does with a fetched page: charset, parse,
// article, record. Each is read in processes of its own, beside a harmless page of the same size in others: as the first
// page of a command, as the first page of a worker, which has warmed up, and then warm (the least of several readings).
// Milliseconds of processor time: of the thread, which is what the event loop waits for, and of the whole process, with
// what compiles and collects garbage beside it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readRecord } from '../src/processors/scrape/read-page.ts';
import { warmUp } from '../src/service/warm-up.ts';
import { testConfig } from '../test/support/commands/pipeline.ts';
import { HOSTILE_PAGES, SENTENCE } from '../test/support/article/hostile-pages.ts';

const MOST_BYTES = 5_000_000;
const URL_OF_PAGE = 'https://courier.example/news/soup';
/** What an operator is promised of a worker at work (ms). */
const PROMISE_MS = 250;

/** Processor time in ms. */
interface Reading {
  thread: number;
  process: number;
}

/** `first`: of the process. */
interface Readings {
  first: Reading;
  warm: Reading;
}

const HARMLESS = `<html><head><title>Soup</title></head><body><article><h1>Soup is served again</h1>${`<p>${SENTENCE}</p>`.repeat(12)}</article></body></html>`;

/** A page with a script that fills it up to so many bytes. */
function filled(html: string, bytes: number, script = 'x = 1;\n'): string {
  const room = bytes - Buffer.byteLength(html) - '<script></script>'.length;
  return room <= 0
    ? html
    : `${html}<script>${script.repeat(Math.floor(room / script.length))}</script>`;
}

const [source] = testConfig(
  [{ id: 'courier', feeds: ['http://127.0.0.1:8080/feed.xml'] }],
  'bench',
).sources;

const ms = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1_000;

async function reading(html: string): Promise<Reading> {
  const body = Buffer.from(html);
  const ofThread = process.threadCpuUsage();
  const ofProcess = process.cpuUsage();
  await readRecord(
    {
      url: URL_OF_PAGE,
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      body,
      redirects: [],
    },
    {
      source: source!,
      fetchedAt: new Date(0),
      agent: 'newsrelay',
      termsOf: () => Promise.resolve([]),
    },
    () => Promise.reject(new Error('a page in parts is read alone')),
  );
  return { process: ms(process.cpuUsage(ofProcess)), thread: ms(process.threadCpuUsage(ofThread)) };
}

/** In a process of its own. */
async function measureAlone(html: string, isWorker: boolean, count: number): Promise<void> {
  if (isWorker) await warmUp({ now: Date.now, signal: new AbortController().signal });
  const first = await reading(html);
  const warm = { ...first };
  for (let at = 0; at < count; at += 1) {
    const again = await reading(html);
    warm.thread = Math.min(warm.thread, again.thread);
    warm.process = Math.min(warm.process, again.process);
  }
  console.log(JSON.stringify({ first, warm }));
}

const shapes = HOSTILE_PAGES.flatMap(([name, html]) => {
  const large = filled(html, MOST_BYTES);
  return [{ name, html }, ...(large === html ? [] : [{ name: `${name}, in 5 MB`, html: large }])];
});

function alone(...args: (string | number)[]): Readings {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), ...args.map(String)],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Readings;
}

function rowOf(name: string, html: string, shape: number, readings: string) {
  const bytes = Buffer.byteLength(html);
  return {
    name,
    bytes,
    command: alone('--shape', shape, 'command', 0),
    worker: alone('--shape', shape, 'worker', readings),
    calmCommand: alone('--harmless', bytes, 'command', 0),
    calmWorker: alone('--harmless', bytes, 'worker', readings),
  };
}

type Row = ReturnType<typeof rowOf>;

function line({ name, bytes, command, worker, calmCommand, calmWorker }: Row): string {
  const pair = (ours: Reading, calm: Reading) =>
    `${ours.thread.toFixed(0).padStart(4)} of ${ours.process.toFixed(0).padStart(4)} (${calm.thread.toFixed(0)} of ${calm.process.toFixed(0)})`.padEnd(
      24,
    );
  const ratio = worker.warm.process / calmWorker.warm.process;
  return [
    `${String(Math.round(bytes / 1_000)).padStart(5)} kB `,
    `command’s first ${pair(command.first, calmCommand.first)}`,
    `worker’s first ${pair(worker.first, calmWorker.first)}`,
    `warm ${pair(worker.warm, calmWorker.warm)}, ${ratio.toFixed(1)} times `,
    name,
  ].join(' ');
}

export function run([readings = '5', part = '']: string[]): Promise<void> {
  console.log('milliseconds of the thread, of the whole process, (and those of a harmless page)');
  const rows = shapes.flatMap(({ name, html }, at) => {
    if (!name.includes(part)) return [];
    const row = rowOf(name, html, at, readings);
    console.log(line(row));
    return [row];
  });
  const within = rows.filter(({ bytes }) => bytes <= MOST_BYTES);
  const over = (of: (row: Row) => Reading) => {
    const late = (which: keyof Reading) =>
      within.filter((row) => of(row)[which] > PROMISE_MS).length;
    const longest = Math.max(...within.map((row) => of(row).thread)).toFixed(0);
    return `${late('thread')} by the thread’s time (the longest ${longest} ms), ${late('process')} by the process’s`;
  };
  console.log(`Of ${within.length} pages of at most 5 MB, these take more than ${PROMISE_MS} ms:`);
  console.log(`a command’s first: ${over(({ command }) => command.first)}`);
  console.log(`a worker’s first: ${over(({ worker }) => worker.first)}`);
  console.log(`warm: ${over(({ worker }) => worker.warm)}`);
  return Promise.resolve();
}

const [kind, value = '', process_ = '', readings = '5'] = process.argv.slice(2);
const page =
  kind === '--shape'
    ? shapes[Number(value)]?.html
    : kind === '--harmless'
      ? filled(HARMLESS, Number(value), 'x')
      : undefined;
if (page !== undefined) await measureAlone(page, process_ === 'worker', Number(readings));
