import { expect, test } from 'vitest';
import { parseSeedText } from '../../src/record/seed-format.ts';
import { articlePage, inventedArticle, rssFeed } from '../support/records/articles.ts';
import { newsrelay, workplace } from '../support/commands/command.ts';

const article = inventedArticle(2, 1);
const origin = 'https://harbour.example';
const url = origin + article.path;
const seedText = [
  `${article.categories
    .slice(0, 5)
    .map(({ term }) => term)
    .join(' ')}`,
  article.title,
  ...article.paragraphs,
  article.credit,
  '',
].join('\n');

test('article --format seed prints header, title, paragraphs and credit, and they read back', async () => {
  await using place = await workplace();
  const page = await place.write('page.html', articlePage(article));
  const feed = await place.write('feed.xml', rssFeed(origin, [article]));
  const { status, stdout, stderr } = await newsrelay([
    'article',
    page,
    '--url',
    url,
    '--feed',
    feed,
    '--format',
    'seed',
  ]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: seedText });
  expect(stderr).toContain('rights: excerpt');
  const json = await newsrelay(['article', page, '--url', url, '--feed', feed]);
  const record = JSON.parse(json.stdout);
  const { credit, ...fields } = parseSeedText(stdout);
  expect(record).toMatchObject(fields);
  expect(credit).toEqual(record.credit);
});

test('feed prints entries, and says what a page that is no feed looks like', async () => {
  await using place = await workplace();
  const feed = await place.write('feed.xml', rssFeed(origin, [article]));
  const page = await place.write('page.html', articlePage(article));
  const entries = await newsrelay(['feed', feed]);
  expect(entries).toMatchObject({ status: 0 });
  expect(entries.stdout).toContain(article.title);
  const noFeed = await newsrelay(['feed', page]);
  expect(noFeed).toMatchObject({ status: 1, stdout: '' });
  expect(noFeed.stderr).toMatch(/page\.html: .*HTML/);
});

test('article says what is wrong with a page that is empty or binary', async () => {
  await using place = await workplace();
  const empty = await place.write('empty.html', '');
  const binary = await place.write('binary.html', '\u0000\u0001PK\u0003\u0004\u0000\u0000');
  for (const [file, expected] of [
    [empty, /empty/],
    [binary, /binary/],
  ] as const) {
    const result = await newsrelay(['article', file, '--url', url]);
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toMatch(expected);
  }
});

test('batches answer each line in order, and a bad line fails alone', async () => {
  const input = [
    JSON.stringify({ id: 'a', url, html: articlePage(article) }),
    'not json',
    JSON.stringify({ id: 'c', url, html: '' }),
    JSON.stringify({ id: 'd', url }),
    JSON.stringify({ id: 'e', url: 'saved/page.html', html: articlePage(article) }),
  ].join('\n');
  const articles = await newsrelay(['article', '--jsonl'], { input });
  const answers = articles.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(answers).toMatchObject([
    { id: 'a', ok: true, record: { title: article.title } },
    { id: null, ok: false, error: { code: 'bad-json' } },
    { id: 'c', ok: false, error: { code: 'empty-page' } },
    { id: 'd', ok: false, error: { code: 'bad-request' } },
    { id: 'e', ok: true, record: { title: article.title, url: 'https://unknown.invalid/' } },
  ]);
  const xml = rssFeed(origin, [article]);
  const feeds = await newsrelay(['feed', '--jsonl'], {
    input: `${JSON.stringify({ id: 1, xml })}\n${JSON.stringify({ id: 2, path: '/nowhere' })}\n`,
  });
  const lines = feeds.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { id: 1, ok: true, feed: { title: 'Harbour News', entries: [{ link: url }] } },
    { id: 2, ok: false },
  ]);
});

test('a batch breaks lines at line feeds only', async () => {
  const xml = rssFeed(origin, [{ ...article, title: 'Pier\u2028opens' }]);
  const { stdout } = await newsrelay(['feed', '--jsonl'], {
    input: JSON.stringify({ id: 1, xml }),
  });
  expect(stdout).not.toMatch(/[\u2028\u2029]/);
  expect(JSON.parse(stdout)).toMatchObject({ id: 1, ok: true });
});

const oneFeed = `${JSON.stringify({ id: 1, xml: rssFeed(origin, [article]) })}\n`;

test('a reader that closes the pipe early ends the command without a word', async () => {
  const { status, stderr } = await newsrelay(['feed', '--jsonl'], {
    input: oneFeed.repeat(1_000),
    onStdout: (_text, child) => child.stdout.destroy(),
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
});

test('a command that waits for its input ends when it is told to', async () => {
  const { status, stderr } = await newsrelay(['feed', '--jsonl'], {
    input: oneFeed,
    keepInputOpen: true,
    onStdout: (_text, child) => child.kill('SIGINT'),
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
});

test.each([['run'], ['poll'], ['check'], ['feed'], ['article'], ['demo']])(
  '%s --help explains the command',
  async (command) => {
    const { status, stdout } = await newsrelay([command, '--help']);
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: newsrelay ${command}`);
  },
);

test('wrong usage ends with status 2 and a pointer to the help', async () => {
  for (const args of [['pol'], ['poll', '--timeout', 'soon'], ['run', '--only', 'sleep']]) {
    const { status, stderr } = await newsrelay(args);
    expect(status).toBe(2);
    expect(stderr).toContain('--help');
  }
});
