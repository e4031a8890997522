// Feed readers side by side: newsrelay, rss-parser as shipped, feedsmith and feedparser on the same
// well-formed files. Each round starts one fresh process per reader, so that none has the others'
// compiled code or memory. Speed is counted in processor time, which other work on the machine
// disturbs least. `npm run bench -- feeds [folder]`; without a folder, on generated feeds.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readFeed } from '../src/feed/read.ts';
import { feedCorpus } from './feed-corpus.ts';
import { median } from './measure.ts';

/** Resolves to the number of entries; rejects when it cannot read the document. */
type Reader = (bytes: Buffer) => Promise<number>;

// The peers are installed in bench/ alone, so the type checker of the project does not know them.
const load = async (name: string): Promise<Record<string, unknown>> =>
  (await import(name)) as Record<string, unknown>;

interface FeedParserStream {
  on: (event: string, listener: (error: Error) => void) => FeedParserStream;
  read: () => unknown;
  end: (bytes: Buffer) => void;
}

const readers: Record<string, () => Promise<Reader>> = {
  newsrelay: async () => async (bytes) => {
    const outcome = await readFeed({ bytes });
    if (outcome.kind !== 'feed') throw new Error('not a feed');
    return outcome.feed.entries.length;
  },
  'rss-parser': async () => {
    const { default: Parser } = await import('rss-parser');
    const parser = new Parser();
    return async (bytes) => (await parser.parseString(bytes.toString('utf8'))).items.length;
  },
  feedsmith: async () => {
    const parseFeed = (await load('feedsmith'))['parseFeed'] as (text: string) => {
      feed: { items?: unknown[]; entries?: unknown[] };
    };
    return async (bytes) => {
      const { feed } = parseFeed(bytes.toString('utf8'));
      return (feed.items ?? feed.entries ?? []).length;
    };
  },
  feedparser: async () => {
    const FeedParser = (await load('feedparser'))['default'] as new () => FeedParserStream;
    return (bytes) =>
      new Promise((resolve, reject) => {
        const stream = new FeedParser();
        let entries = 0;
        stream.on('error', reject);
        stream.on('readable', () => {
          while (stream.read() !== null) entries += 1;
        });
        stream.on('end', () => resolve(entries));
        stream.end(bytes);
      });
  },
};

interface Measure {
  feeds: number;
  megabytes: number;
  feedsPerSecond: number;
  peakMegabytes: number;
  entries: number;
  failed: number;
}

/** Indexes of the files that rss-parser itself refuses: they are not well-formed. */
async function illFormed(folder: string | undefined): Promise<number[]> {
  const read = await readers['rss-parser']?.();
  const refused: number[] = [];
  for (const [index, bytes] of feedCorpus(folder).entries()) {
    await read?.(bytes).catch(() => refused.push(index));
  }
  return refused;
}

interface Task {
  folder: string | undefined;
  /** Indexes of files to leave out. */
  skip: number[];
  passes: number;
}

async function measure(name: string, { folder, skip, passes }: Task): Promise<Measure> {
  const files = feedCorpus(folder).filter((_, index) => !skip.includes(index));
  const read = await readers[name]?.();
  if (!read) throw new Error(`no reader is called ${name}`);
  let entries = 0;
  let failed = 0;
  let leastMs = Infinity;
  // The first pass warms up; the cheapest of the others is the least disturbed one.
  for (let pass = 0; pass <= passes; pass += 1) {
    [entries, failed] = [0, 0];
    const start = process.cpuUsage();
    for (const bytes of files) {
      try {
        entries += await read(bytes);
      } catch {
        failed += 1;
      }
    }
    const { user, system } = process.cpuUsage(start);
    if (pass > 0) leastMs = Math.min(leastMs, (user + system) / 1_000);
  }
  const bytes = files.reduce((sum, file) => sum + file.byteLength, 0);
  return {
    feeds: files.length,
    megabytes: bytes / 1e6,
    feedsPerSecond: (files.length / leastMs) * 1_000,
    peakMegabytes: process.resourceUsage().maxRSS / 1_024,
    entries,
    failed,
  };
}

function measureInChild(name: string, { folder, skip, passes }: Task): Measure | null {
  const script = fileURLToPath(import.meta.url);
  const options = ['--reader', name, '--passes', String(passes), '--skip', skip.join(',')];
  const args = [script, ...options, ...(folder === undefined ? [] : [folder])];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (child.status === 0) return JSON.parse(child.stdout) as Measure;
  console.error(`${name}: ${child.stderr.trim().split('\n').at(-1) ?? 'failed'}`);
  return null;
}

function compare(task: Task, rounds: number): void {
  const results = new Map<string, Measure[]>();
  const ratios = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    const measured = Object.keys(readers).map(
      (name) => [name, measureInChild(name, task)] as const,
    );
    const base = measured.find(([name]) => name === 'rss-parser')?.[1]?.feedsPerSecond ?? NaN;
    for (const [name, result] of measured) {
      if (!result) continue;
      results.set(name, [...(results.get(name) ?? []), result]);
      ratios.set(name, [...(ratios.get(name) ?? []), result.feedsPerSecond / base]);
    }
  }
  const first = results.get('newsrelay')?.[0];
  console.log(
    `${first?.feeds ?? 0} well-formed feeds, ${first?.megabytes.toFixed(1) ?? 0} MB, ${rounds} rounds; medians`,
  );
  for (const [name, measures] of results) {
    console.log(
      name.padEnd(12),
      `${median(measures.map((one) => one.feedsPerSecond))
        .toFixed(0)
        .padStart(6)} feeds/s`,
      `${median(ratios.get(name) ?? [])
        .toFixed(2)
        .padStart(6)} x rss-parser`,
      `${median(measures.map((one) => one.peakMegabytes))
        .toFixed(0)
        .padStart(5)} MB peak`,
      `${String(measures[0]?.entries ?? 0).padStart(7)} entries`,
      `${String(measures[0]?.failed ?? 0).padStart(4)} feeds lost`,
    );
  }
}

const options = {
  reader: { type: 'string' },
  rounds: { type: 'string', default: '5' },
  passes: { type: 'string', default: '5' },
  skip: { type: 'string', default: '' },
} as const;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const task: Task = {
    folder: positionals[0],
    skip: values.skip.split(',').filter(Boolean).map(Number),
    passes: Number(values.passes),
  };
  if (values.reader !== undefined) {
    console.log(JSON.stringify(await measure(values.reader, task)));
    return;
  }
  compare({ ...task, skip: await illFormed(task.folder) }, Number(values.rounds));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await run(process.argv.slice(2));
