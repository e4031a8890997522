// Pages whose text somebody has written down: a folder holds `<set>.pages.jsonl.gz` with one {"id","url","html"} a line and
// `<set>.truth.jsonl.gz` with one {"id","truth"} a line.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** `body` is a text; `sections` follow a `summary`; `with` and `without` are parts that the text has and has not. */
export interface KnownText {
  body?: string;
  summary?: string[];
  sections?: { headline: string[]; paragraphs: string[] }[];
  with?: string[];
  without?: string[];
}

export interface KnownPage {
  url: string;
  html: string;
  known: KnownText | undefined;
}

function linesOf<T>(file: string): T[] {
  const text = gunzipSync(readFileSync(file)).toString('utf8');
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]));
}

export function knownSets(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pages.jsonl.gz'))
    .map((name) => name.replace('.pages.jsonl.gz', ''));
}

export function knownPages(folder: string, set: string): KnownPage[] {
  const truths = linesOf<{ id: string; truth: KnownText }>(join(folder, `${set}.truth.jsonl.gz`));
  const known = new Map(truths.map(({ id, truth }) => [id, truth]));
  const pages = linesOf<{ id: string; url: string; html: string }>(
    join(folder, `${set}.pages.jsonl.gz`),
  );
  return pages.map(({ id, url, html }) => ({ url, html, known: known.get(id) }));
}
