import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { rmSync } from 'node:fs';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import { runInProcess } from '../../../support/commands/in-process.ts';
import { printedOf } from '../../../support/commands/printed.ts';
import { PARAGRAPHS } from '../../article/ferry-page.ts';

const CONFIG = `sources:
  - id: lantern
    name: Harbour Lantern Weekly
    feeds: [https://lantern.example/feed.xml]
`;

/** What `newsrelay article` prints of a page of the configured source. */
async function printed(html: string, config = CONFIG) {
  const folder = mkdtempSync(join(tmpdir(), 'newsrelay-article-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'page.html'), html);
  writeFileSync(join(folder, 'newsrelay.yaml'), config);
  const named = ['--config', join(folder, 'newsrelay.yaml'), '--source', 'lantern'];
  const url = ['--url', 'https://news.example/ferry-late'];
  const { status, stdout, stderr } = await runInProcess([
    'article',
    join(folder, 'page.html'),
    ...url,
    ...named,
  ]);
  expect(status).toBe(0);
  return { record: JSON.parse(stdout) as ArticleRecord, stderr };
}

test('the configured name of a source is cut from the title of its page', async () => {
  const title = '<title>Ferry late again on the quay - Harbour Lantern Weekly</title>';
  const { record, stderr } = await printed(`${title}<article>${PARAGRAPHS}</article>`);
  expect(record.title).toBe('Ferry late again on the quay');
  expect(stderr).toBe('');
});

test('what the rules of a source rewrite is told before and after, and what its filter says', async () => {
  const title = '<title>LIVE: Ferry late again on the quay - Harbour Lantern Weekly</title>';
  const rules = `    rewrite: [{ field: title, prefix: "LIVE: " }]
    filter: [{ drop: { title: live } }, { drop: { title: ferry } }]
`;
  const page = `${title}<article>${PARAGRAPHS}</article>`;
  const { record, stderr } = await printed(page, `${CONFIG}${rules}`);
  expect(record.title).toBe('Ferry late again on the quay');
  expect(stderr.trim().split('\n')).toEqual([
    'rewrite: title, sources[0] (lantern).rewrite[0]',
    '  - LIVE: Ferry late again on the quay',
    '  + Ferry late again on the quay',
    'filter: sources[0] (lantern).filter[1]: drop title: ferry',
  ]);
});

describe('a page from a file', () => {
  const page = `<title>Ferry late again on the quay</title><article>${PARAGRAPHS}</article>`;
  const at = ['--url', 'https://news.example/ferry-late'];

  test('needs its address', async () => {
    expect(await printedOf(['article'], page)).toEqual({
      status: 2,
      out: '',
      err: 'a page from a file needs its address: add --url https://…\n',
    });
  });

  test('that is no article is told, and so it is where the reasons are asked for', async () => {
    const told = { status: 1, out: '', err: expect.stringContaining('no running text') };
    expect(await printedOf(['article', ...at], '<p>hello</p>')).toEqual(told);
    expect(await printedOf(['article', '--why', ...at], '<p>hello</p>')).toEqual(told);
  });

  test('is printed in the seed’s format with so many fields in its first line, and its rights beside it', async () => {
    const seed = (...more: string[]) =>
      printedOf(['article', '--format', 'seed', ...more, ...at], page);
    const { status, out, err } = await seed();
    expect(status).toBe(0);
    const [header, title] = out.split('\n');
    expect(title).toBe('Ferry late again on the quay');
    expect(header!.split(' ').slice(1)).toContain('news.example');
    const { out: short } = await seed('--header-fields', '1');
    expect(short.split('\n')[0]).toBe(header!.split(' ')[0]);
    expect(err).toMatch(/^rights: excerpt(?:, noindex)?\n {2}\S+ = .+ \(.+\)\n/);
  });

  test('tells where each field comes from where that is asked for', async () => {
    const { status, out } = await printedOf(['article', '--why', ...at], page);
    expect(status).toBe(0);
    expect(out).toContain('fields, and where each stands on the page:\n  title: Ferry late again');
  });

  test('without a source belongs to its host', async () => {
    const { out } = await printedOf(['article', ...at], page);
    const record = JSON.parse(out) as ArticleRecord;
    expect([record.sourceId, record.source, record.url]).toEqual([
      'news-example',
      'news.example',
      'https://news.example/ferry-late',
    ]);
  });
});
