import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { rmSync } from 'node:fs';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import { runInProcess } from '../../../support/commands/in-process.ts';
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
