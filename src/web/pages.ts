import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { listArticles } from '../monitor/articles.ts';
import { rhythmOf } from '../monitor/rhythm.ts';
import { readStatus } from '../monitor/status.ts';
import { explain } from '../operations/explain.ts';
import { keptRevisions } from '../operations/kept-revisions.ts';
import { listQuarantine } from '../queue/quarantine.ts';
import type { Access } from './access/access.ts';
import { articlePage } from './article-page.ts';
import { articleTable } from './article-table.ts';
import { jobsPage } from './jobs-page.ts';
import { page } from './layout.ts';
import { overviewPage, TILES_A_PAGE, wallOrder } from './overview.ts';
import { sourcePage } from './source-page.ts';
import { STYLE } from './style.ts';
import type { WebParts } from './web-parts.ts';

const DAY_HOURS = 24;
const MONTH_HOURS = 30 * DAY_HOURS;
const LATEST = 30;
const FOUND = 200;
const LAST_DEEDS = 10;

function wantsJson(context: Context): boolean {
  return context.req.header('accept')?.startsWith('application/json') === true;
}

async function overview(context: Context, access: Access, { pipeline, config }: WebParts) {
  const status = await readStatus({ ...pipeline, config });
  if (wantsJson(context)) return context.json(status);
  const state = context.req.query('state');
  const wallPage = Math.max(1, Math.floor(Number(context.req.query('wall'))) || 1);
  const nowMs = pipeline.now();
  const { pulses, recent, deeds: done } = pipeline.health;
  const first = (wallPage - 1) * TILES_A_PAGE;
  const shown = wallOrder(status.sources, state).slice(first, first + TILES_A_PAGE);
  const [tiles, articles, deeds] = await Promise.all([
    Promise.all(
      shown.map(async (source) => {
        const rhythm = await rhythmOf(source.id, pulses, { length: DAY_HOURS, nowMs });
        return { source, rhythm };
      }),
    ),
    recent.list(LATEST),
    done.list(LAST_DEEDS),
  ]);
  const session = access.sessionOf(context);
  const content = overviewPage({ status, tiles, wallPage, state, articles, deeds, session });
  return await context.html(
    page({ title: 'newsrelay', session, canLogIn: access.token !== '' }, content),
  );
}

async function articleList(context: Context, access: Access, { pipeline }: WebParts) {
  const search = context.req.query('q') ?? '';
  const { articles, health } = pipeline;
  const found = await listArticles({ articles, recent: health.recent }, { search, limit: FOUND });
  if (wantsJson(context)) return context.json(found);
  const session = access.sessionOf(context);
  const content = html`<h1>Articles</h1>
    <form><input name="q" aria-label="search" value="${search}" /> <button>search</button></form>
    ${articleTable(found)}`;
  return await context.html(
    page({ title: 'Articles', session, canLogIn: access.token !== '' }, content),
  );
}

async function articleStory(context: Context, access: Access, { pipeline }: WebParts) {
  const name = context.req.param('id') ?? '';
  const explanation = await explain(name, pipeline);
  if (wantsJson(context)) return context.json(explanation);
  if (explanation.articleId === undefined) return await context.notFound();
  const revisions = await keptRevisions(explanation.articleId, pipeline);
  const session = access.sessionOf(context);
  const title = explanation.article?.title ?? name;
  return await context.html(
    page(
      { title, session, canLogIn: access.token !== '' },
      articlePage({ explanation, revisions, session }),
    ),
  );
}

async function sourceStory(context: Context, access: Access, { pipeline, config }: WebParts) {
  const id = context.req.param('id') ?? '';
  const source = pipeline.sources.get(id);
  if (!source) return await context.notFound();
  const one = { ...config, sources: [source] };
  const [status] = (await readStatus({ ...pipeline, config: one })).sources;
  if (wantsJson(context)) return context.json(status);
  const nowMs = pipeline.now();
  const { pulses, recent } = pipeline.health;
  const [rhythm, shapes, articles, held] = await Promise.all([
    rhythmOf(id, pulses, { length: MONTH_HOURS, nowMs }),
    pipeline.pageShapes.of(id),
    listArticles({ articles: pipeline.articles, recent }, { sources: [id], limit: LATEST }),
    pipeline.held.list(id, LATEST),
  ]);
  const session = access.sessionOf(context);
  const lines = config.lines?.get(id);
  const story = { source, status: status!, rhythm, shapes, articles, held, lines, session };
  return await context.html(
    page({ title: source.name, session, canLogIn: access.token !== '' }, sourcePage(story)),
  );
}

async function jobList(context: Context, access: Access, { pipeline, config }: WebParts) {
  const { queues } = await readStatus({ ...pipeline, config: { ...config, sources: [] } });
  const quarantined = (await listQuarantine(pipeline.queues.all())).slice(0, FOUND);
  if (wantsJson(context)) return context.json({ queues, quarantined });
  const session = access.sessionOf(context);
  return await context.html(
    page(
      { title: 'Jobs', session, canLogIn: access.token !== '' },
      jobsPage(queues, quarantined, session),
    ),
  );
}

/** What people look at: everything, the articles, one of them, one source. */
export function addPages(app: Hono, access: Access, parts: WebParts): void {
  app.get('/style.css', (context) => {
    context.header('content-type', 'text/css; charset=utf-8');
    return context.body(STYLE);
  });
  const pages = {
    '/': overview,
    '/articles': articleList,
    '/jobs': jobList,
    '/article/:id': articleStory,
    '/source/:id': sourceStory,
  };
  for (const [path, show] of Object.entries(pages)) {
    app.get(
      path,
      access.guarded((context) => show(context, access, parts)),
    );
  }
}
