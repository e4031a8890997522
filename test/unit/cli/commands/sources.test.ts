import { expect, test } from 'vitest';
import { printedBy, printedOf } from '../../../support/commands/printed.ts';

test('the sources of the config are printed with how they are republished', async () => {
  const { status, stdout } = await printedBy('sources');
  expect(status).toBe(0);
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split(/ {2,}/)),
  ).toEqual([
    ['source', 'name', 'republish', 'language', 'home page'],
    ['harbour', 'Harbour Post', 'excerpt'],
    ['hill', 'Hill Herald', 'link'],
    ['mill', 'Mill Mirror', 'excerpt'],
    ['valley', 'Valley Voice', 'excerpt'],
  ]);
});

test('as JSON they are as records name them', async () => {
  const { stdout } = await printedBy('sources', '--json');
  const sources = JSON.parse(stdout) as object[];
  expect(sources).toHaveLength(4);
  expect(sources[1]).toEqual({ id: 'hill', name: 'Hill Herald', republish: 'link' });
});

test('an OPML list of the feeds is printed, and needs to be asked for as one', async () => {
  const { status, stdout } = await printedBy('export', '--opml');
  expect(status).toBe(0);
  expect(
    [...stdout.matchAll(/text="([^"]*)".*xmlUrl="([^"]*)"/g)].map((row) => row.slice(1)),
  ).toEqual([
    ['Harbour Post', 'https://harbour.example/rss'],
    ['Hill Herald', 'https://hill.example/rss'],
    ['Mill Mirror', 'https://mill.example/rss'],
    ['Valley Voice', 'https://valley.example/rss'],
  ]);
  expect((await printedBy('export')).status).toBe(2);
});

test('of an OPML list the feeds that are not polled yet are printed as sources', async () => {
  const opml = (...urls: string[]) =>
    `<opml version="2.0"><body>${urls.map((url) => `<outline xmlUrl="${url}"/>`).join('')}</body></opml>`;
  expect(
    await printedOf(['import'], opml('https://hill.example/rss', 'https://new.example/f.xml')),
  ).toEqual({
    status: 0,
    out: 'sources:\n  - id: new-example\n    name: new.example\n    feeds:\n      - https://new.example/f.xml\n',
    err: '1 feeds are polled already and left out\n',
  });
  expect(await printedOf(['import'], opml('https://hill.example/rss'))).toMatchObject({
    status: 0,
    out: '',
  });
  expect(await printedOf(['import'], opml())).toEqual({
    status: 1,
    out: '',
    err: 'FILE lists no feed; expected OPML with outlines that have an xmlUrl\n',
  });
  const { out } = await printedOf(['import'], opml('https://reader:***@new.example/f.xml'));
  expect(out).toContain('its secret was taken out of the list: write ${NAME} in place of ***');
});

test('sample jobs are printed a line each, or one by its name', async () => {
  const all = await printedBy('jobs', '--sample');
  const lines = all.stdout.trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(5);
  for (const text of lines) expect(JSON.parse(text)).toHaveProperty('action');
  const one = await printedBy('jobs', '--sample', 'publish-rich');
  expect(one.status).toBe(0);
  expect(JSON.parse(one.stdout)).toMatchObject({ action: 'publish' });
  const none = await printedBy('jobs', '--sample', 'nosuch');
  expect(none).toMatchObject({ status: 2, stdout: '' });
  expect(none.stderr).toMatch(/^there is no sample nosuch; take one of: .*publish-rich/);
});
