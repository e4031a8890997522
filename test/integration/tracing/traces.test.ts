import { expect, test } from 'vitest';
import { newsrelay, workplace } from '../../support/commands/command.ts';
import { articlePage, inventedArticle, rssFeed } from '../../support/records/articles.ts';
import { serveNewsSite } from '../../support/site/news-site.ts';
import { startReceiver } from '../../support/site/receiver.ts';

interface Span {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

interface Export {
  resourceSpans: {
    resource: { attributes: { key: string; value: { stringValue?: string } }[] };
    scopeSpans: { spans: Span[] }[];
  }[];
}

/** Says on stderr which modules of this kind a process loads. */
const WATCH = `import { registerHooks } from 'node:module';
registerHooks({ resolve: (name, context, next) => {
  if (/opentelemetry|bullmq-otel|bull-board/.test(name)) console.error('loaded ' + name);
  return next(name, context);
} });`;

/** One pass over a feed with one article, which is delivered into a folder. */
async function pass(environment: Record<string, string>) {
  const story = inventedArticle(961, 1);
  await using site = await serveNewsSite({ [story.path]: { body: articlePage(story) } });
  site.pages.set('/feed.xml', { type: 'text/xml', body: rssFeed(site.url, [story]) });
  await using place = await workplace();
  const config = await place.write('newsrelay.yaml', {
    http: { allowPrivateAddresses: ['127.0.0.0/8'], allowPorts: [Number(new URL(site.url).port)] },
    sources: [{ id: 'quay', name: 'Quay', feeds: [`${site.url}/feed.xml`] }],
    destinations: [{ type: 'directory', name: 'files', path: 'files' }],
  });
  const loading = `--import=data:text/javascript,${encodeURIComponent(WATCH)}`;
  const done = await newsrelay(['--config', config, 'poll'], {
    environment: { ...environment, NODE_OPTIONS: loading },
  });
  return { ...done, loaded: done.stderr.split('\n').filter((line) => line.startsWith('loaded ')) };
}

test('the spans of an article’s way from its feed to its destination are one trace at the collector', async () => {
  const collector = await startReceiver(() => ({ status: 200, body: '{}' }));
  const { status, loaded } = await pass({
    OTEL_EXPORTER_OTLP_ENDPOINT: new URL(collector.url).origin,
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=harbour',
  });
  await collector.close();
  expect(status).toBe(0);
  expect(loaded).not.toEqual([]);
  expect(new Set(collector.received.map(({ path }) => path))).toEqual(new Set(['/v1/traces']));
  const all = collector.received.flatMap(({ body }) => (JSON.parse(body) as Export).resourceSpans);
  const facts = all[0]!.resource.attributes.map(({ key, value }) => [key, value.stringValue]);
  expect(facts).toContainEqual(['service.name', 'newsrelay']);
  expect(facts).toContainEqual(['deployment.environment', 'harbour']);
  const spans = all.flatMap(({ scopeSpans }) => scopeSpans.flatMap((one) => one.spans));
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const way: string[] = [];
  let span = spans.find(({ name }) => name === 'process deliver-files');
  const { traceId } = span!;
  for (; span; span = byId.get(span.parentSpanId ?? '')) {
    expect(span.traceId).toBe(traceId);
    way.unshift(span.name);
  }
  expect(way).toEqual([
    'add poll.poll',
    'process poll',
    'addBulk scrape',
    'process scrape',
    'add deliver-files.publish',
    'process deliver-files',
  ]);
});

test('without the variables nothing of it is loaded', async () => {
  expect(await pass({})).toMatchObject({ status: 0, loaded: [] });
});

test('a collector that is away is told once, and nothing waits for it', async () => {
  const { status, stderr } = await pass({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });
  expect(status).toBe(0);
  const told = stderr.split('\n').filter((line) => line.includes('traces do not get through'));
  expect(told).toHaveLength(1);
});
