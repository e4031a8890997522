import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { loadConfig } from '../../../../src/config/load.ts';
import { configFolder } from '../../../support/config/config-folder.ts';

const { inside } = configFolder();

async function linesOf(text: string, environment = {}) {
  const file = inside('lines.yaml');
  await writeFile(file, text);
  const outcome = await loadConfig(file, environment);
  if (outcome.kind !== 'config') throw new Error(JSON.stringify(outcome.problems));
  return outcome.config.lines!;
}

test('a source is shown by its own lines, with the number of the first and its remarks', async () => {
  const lines = await linesOf(`sources:
  - id: quay
    name: Quay   # the daily
    feeds: [https://quay.example/feed.xml]
  - { id: pier, name: Pier, feeds: [https://pier.example/feed.xml] }
`);
  expect(lines.get('quay')).toMatchObject({
    line: 2,
    text: '  - id: quay\n    name: Quay   # the daily\n    feeds: [https://quay.example/feed.xml]',
  });
  expect(lines.get('pier')).toMatchObject({
    line: 5,
    text: '  - { id: pier, name: Pier, feeds: [https://pier.example/feed.xml] }',
  });
});

test('no secret is among them, wherever it comes from', async () => {
  const lines = await linesOf(
    `sources:
  - id: quay
    name: Quay
    feeds: ["https://reader:reefknot@quay.example/feed.xml?key=bowline", "https://reader:\${PW}@pier.example/feed.xml"]
    request: { headers: { X-Key: '\${KEY}' } }
`,
    { PW: 'sheetbend', KEY: 'clovehitch' },
  );
  const { text } = lines.get('quay')!;
  expect(text).not.toMatch(/reefknot|bowline|clovehitch|sheetbend/);
  expect(text).toContain("X-Key: '${KEY}'");
});
