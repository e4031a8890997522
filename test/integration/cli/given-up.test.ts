import { expect, test } from 'vitest';
import { commandsBeside, loopbackHttp } from '../../support/commands/commands.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';

const [shut, open] = [inventedArticle(91, 1), inventedArticle(91, 2)];
const hill = inventedArticle(92, 1);

/** Two sources that hold all that they bring, one of which has a page that nobody may read. */
async function twoSources() {
  const site = await serveNewsSite({
    [shut.path]: { status: 403, body: 'no' },
    [open.path]: { body: articlePage(open) },
    [`/hill${hill.path}`]: { body: articlePage(hill) },
  });
  const feed = (body: string) => ({ type: 'text/xml', body });
  site.pages.set('/harbour.xml', feed(rssFeed(site.url, [shut, open])));
  site.pages.set('/hill.xml', feed(rssFeed(`${site.url}/hill`, [hill])));
  const commands = await commandsBeside(site, {
    http: loopbackHttp(site.url),
    sources: ['harbour', 'hill'].map((id) => ({
      id,
      name: id,
      feeds: [`${site.url}/${id}.xml`],
      minConfidence: 1,
    })),
  });
  return { ...commands, site };
}

const lines = ({ out }: { out: string }) => out.trimEnd().split('\n');

test('jobs that were given up are listed, shown, put back and dropped, and those that were not are named', async () => {
  await using own = await twoSources();
  await own.run(['poll']);
  const [heads, only, ...more] = lines(await own.run(['quarantine', 'list']));
  expect(heads!.split(/ {2,}/)).toEqual(['failed', 'tries', 'job', 'about', 'reason']);
  expect(more).toEqual([]);
  const [, tries, ref, about, reason] = only!.split(/ {2,}/);
  expect([tries, about]).toEqual(['1', `${own.site.url}${shut.path}`]);
  expect(ref).toMatch(/^scrape\/harbour-/);
  expect(reason).toMatch(/^http-403: harbour: .*…$/);
  expect(reason).toHaveLength(100);

  const listed = JSON.parse((await own.run(['quarantine', 'list', '--json'])).out) as object[];
  expect(listed).toMatchObject([{ ref, sourceId: 'harbour', attempts: 1 }]);
  const shown = await own.run(['quarantine', 'show', ref!]);
  expect(shown.status).toBe(0);
  expect(shown.out).toContain(`ref: ${ref}\nqueue: scrape\n`);
  expect(shown.out).toMatch(/\ndata: \{\n {2}"sourceId": "harbour"/);
  expect(shown.out).toMatch(/\n\ntry 1: .*http-403/);
  const json = JSON.parse((await own.run(['quarantine', 'show', ref!, '--json'])).out) as object;
  expect(json).toMatchObject({ ref, data: { sourceId: 'harbour' }, history: [expect.any(String)] });
  expect(await own.run(['quarantine', 'show', 'nosuch'])).toMatchObject({
    status: 1,
    out: '',
    err: 'no such job was given up: nosuch; see newsrelay quarantine list\n',
  });

  expect(await own.run(['quarantine', 'retry'])).toMatchObject({
    status: 2,
    err: 'name jobs, a source with --source, or --all\n',
  });
  expect(await own.run(['quarantine', 'retry', 'nosuch', ref!])).toMatchObject({
    status: 1,
    out: 'retried: 1\n',
    err: 'no such job was given up: nosuch; see newsrelay quarantine list\n',
  });
  expect((await own.run(['quarantine', 'list'])).out).toBe('no job was given up\n');
  await own.run(['poll', '--force']);
  expect((await own.run(['quarantine', 'drop', '--source', 'hill'])).out).toBe(
    'no job was given up\n',
  );
  expect(await own.run(['quarantine', 'drop', '--source', 'harbour'])).toMatchObject({
    status: 0,
    out: 'dropped: 1\n',
  });
  expect((await own.run(['quarantine', 'drop', '--all'])).out).toBe('no job was given up\n');
});

test('what is held is listed over all sources from the newest on, as many as are asked for', async () => {
  await using own = await twoSources();
  await own.run(['poll', '--source', 'harbour']);
  await own.run(['poll', '--source', 'hill']);
  const titles = async (...options: string[]) =>
    lines(await own.run(['held', 'list', ...options]))
      .slice(1)
      .map((line) => line.split(/ {2,}/).at(-1));
  expect(await titles()).toEqual([hill.title, open.title]);
  expect(await titles('--limit', '1')).toEqual([hill.title]);
  expect(await titles('--source', 'harbour')).toEqual([open.title]);
  const [heads] = lines(await own.run(['held', 'list']));
  expect(heads!.split(/ {2,}/)).toEqual(['id', 'source', 'held since', 'reason', 'title']);
  const [first] = JSON.parse((await own.run(['held', 'list', '--json'])).out) as {
    record: { id: string };
  }[];
  const shown = await own.run(['held', 'show', first!.record.id]);
  expect(shown.out).toMatch(
    new RegExp(`^${hill.title}\\n${own.site.url}/hill${hill.path}\\nheld since .*: confidence`),
  );
  expect(shown.out).toContain(hill.credit);
  const whole = await own.run(['held', 'show', first!.record.id, '--json']);
  expect(JSON.parse(whole.out)).toEqual(first);
  expect((await own.run(['held', 'drop', '--source', 'hill'])).out).toBe(
    `${first!.record.id}: dropped: ${hill.title}\n`,
  );
});
