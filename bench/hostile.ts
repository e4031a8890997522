// npm run bench -- hostile [WARM READINGS]
//
// How long one page holds the event loop: every shape of the tests that is made to take long, as it is and filled up to
// five megabytes with a script that nobody reads, through all that a worker does with a fetched page: charset, parse,
// article, record. Each is read in a process of its own, first cold and then warm, beside a harmless page of the same
// size in a process of its own; milliseconds of processor time, the least of the warm readings, and the ratio.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readRecord } from '../src/processors/scrape/read-page.ts';
import { testConfig } from '../test/support/commands/pipeline.ts';
import { HOSTILE_PAGES, SENTENCE } from '../test/support/article/hostile-pages.ts';

const MOST_BYTES = 5_000_000;
const URL_OF_PAGE = 'https://courier.example/news/soup';
/** What an operator is promised of a worker at work (ms). */
const PROMISE_MS = 250;

const filled = (html: string): string => {
  const room = MOST_BYTES - Buffer.byteLength(html) - '<script></script>'.length;
  return room <= 0 ? html : `${html}<script>${'x = 1;\n'.repeat(Math.floor(room / 7))}</script>`;
};

const HARMLESS = `<html><head><title>Soup</title></head><body><article><h1>Soup is served again</h1>${`<p>${SENTENCE}</p>`.repeat(12)}</article></body></html>`;

/** A page as large as another: one usual article and a script. */
function harmless(bytes: number): string {
  const room = bytes - HARMLESS.length - '<script></script>'.length;
  return room <= 0 ? HARMLESS : `${HARMLESS}<script>${'x'.repeat(room)}</script>`;
}

const [source] = testConfig(
  [{ id: 'courier', feeds: ['http://127.0.0.1:8080/feed.xml'] }],
  'bench',
).sources;

async function readingMs(html: string): Promise<number> {
  const body = Buffer.from(html);
  const started = process.cpuUsage();
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
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000;
}

/** In a process of its own: the first reading, and the least of as many after it. */
async function measureAlone(html: string, warm: number): Promise<void> {
  const cold = await readingMs(html);
  let least = Infinity;
  for (let count = 0; count < warm; count += 1) least = Math.min(least, await readingMs(html));
  console.log(JSON.stringify({ cold, least }));
}

const shapes = HOSTILE_PAGES.flatMap(([name, html]) => [
  { name, html },
  { name: `${name}, in 5 MB`, html: filled(html) },
]);

function alone(args: string[]): { cold: number; least: number } {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1e8,
    },
  );
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as { cold: number; least: number };
}

export function run([readings = '5']: string[]): Promise<void> {
  const rows = shapes.map(({ name, html }, at) => {
    const ours = alone(['--shape', String(at), readings]);
    const calm = alone(['--harmless', String(Buffer.byteLength(html)), readings]);
    const row = { name, kb: Math.round(Buffer.byteLength(html) / 1_000), ours, calm };
    const ms = (value: number) => value.toFixed(0).padStart(5);
    console.log(
      `${String(row.kb).padStart(5)} kB  cold ${ms(ours.cold)} (harmless ${ms(calm.cold)})  warm ${ms(ours.least)} (${ms(calm.least)}), ` +
        `${(ours.least / calm.least).toFixed(1)} times  ${name}`,
    );
    return row;
  });
  const over = (reading: 'cold' | 'least') =>
    rows.filter(({ ours }) => ours[reading] > PROMISE_MS).length;
  console.log(
    `${rows.length} pages: ${over('cold')} take more than ${PROMISE_MS} ms in a cold process, ${over('least')} in a warm one`,
  );
  return Promise.resolve();
}

const [kind, value = '', readings = '5'] = process.argv.slice(2);
if (kind === '--shape') await measureAlone(shapes[Number(value)]!.html, Number(readings));
else if (kind === '--harmless') await measureAlone(harmless(Number(value)), Number(readings));
