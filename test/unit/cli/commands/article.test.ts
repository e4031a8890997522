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

/** The record that `newsrelay article` prints of a page of the configured source. */
async function recordOf(html: string): Promise<ArticleRecord> {
  const folder = mkdtempSync(join(tmpdir(), 'newsrelay-article-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'page.html'), html);
  writeFileSync(join(folder, 'newsrelay.yaml'), CONFIG);
  const named = ['--config', join(folder, 'newsrelay.yaml'), '--source', 'lantern'];
  const url = ['--url', 'https://news.example/ferry-late'];
  const { status, stdout, stderr } = await runInProcess([
    'article',
    join(folder, 'page.html'),
    ...url,
    ...named,
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout) as ArticleRecord;
}

test('the configured name of a source is cut from the title of its page', async () => {
  const title = '<title>Ferry late again on the quay - Harbour Lantern Weekly</title>';
  const { title: found } = await recordOf(`${title}<article>${PARAGRAPHS}</article>`);
  expect(found).toBe('Ferry late again on the quay');
});
