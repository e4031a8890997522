import { html } from 'hono/html';
import type { Need } from '../monitor/need.ts';
import type { DestinationStatus } from '../monitor/queue-status.ts';
import type { HourlyRhythm } from '../monitor/rhythm.ts';
import { statusSentence } from '../monitor/sentence.ts';
import { SOURCE_STATES, type SourceStatus } from '../monitor/source-status.ts';
import { needsPerson, type Status } from '../monitor/status.ts';
import { timeAway } from '../monitor/times.ts';
import type { RecentArticle } from '../store/health/recent-articles.ts';
import type { Deed } from '../store/health/deeds.ts';
import { hourBars } from './bars.ts';
import { articleTable } from './article-table.ts';
import { action, type Markup, moment, NOTHING } from './layout.ts';
import type { Session } from './access/session.ts';

const MOST_NEEDS = 10;
export const TILES_A_PAGE = 120;

/** A state is told by a mark as well as by a colour. */
const MARKS: Record<SourceStatus['state'], string> = {
  refused: '✖',
  failing: '✖',
  held: '❚❚',
  quiet: '…',
  paused: '⏸',
  new: '○',
  ok: '✓',
  disabled: '–',
};

export interface Overview {
  status: Status;
  /** Of the sources that are shown. */
  tiles: { source: SourceStatus; rhythm: HourlyRhythm }[];
  /** Which of the pages of tiles this is, from 1. */
  wallPage: number;
  state: string | undefined;
  articles: RecentArticle[];
  deeds: Deed[];
  session: Session | undefined;
}

/** The sources in trouble first; those of one state by their names. */
export function wallOrder(sources: readonly SourceStatus[], state?: string): SourceStatus[] {
  // By code units, not as a language sorts: that takes ten times as long.
  return SOURCE_STATES.filter((one) => state === undefined || one === state).flatMap((one) =>
    sources.filter((source) => source.state === one).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  );
}

function headline(status: Status): Markup {
  const isStale = status.sources.length > 0 && status.counts.ok + status.counts.new === 0;
  const tone = needsPerson(status) ? 'act' : isStale ? 'stale' : '';
  return html`<p class="sentence ${tone}">${statusSentence(status)}</p>
    <p class="soft">As of ${moment(status.at)}. ${memoryText(status)}</p>`;
}

function memoryText({ memory }: Status): string {
  const megabytes = (bytes: number) => `${(bytes / 1_048_576).toFixed(1)} MB`;
  const limit = memory.limitBytes === null ? '' : ` of ${megabytes(memory.limitBytes)}`;
  const growth = memory.bytesPerDay === null ? '' : `, ${megabytes(memory.bytesPerDay)} a day`;
  const full = memory.fullAt === null ? '' : `, full on ${memory.fullAt.slice(0, 10)} at this rate`;
  return `Redis holds ${megabytes(memory.usedBytes)}${limit}${growth}${full}.`;
}

function needItem(need: Need, session: Session | undefined): Markup {
  const { kind, subject, cause, since, mend, paste, weight } = need;
  const isSource = kind.startsWith('source-') || ['drift', 'held', 'overdue'].includes(kind);
  const name =
    subject === ''
      ? NOTHING
      : isSource
        ? html`<a href="/source/${subject}">${subject}</a>: `
        : html`${subject}: `;
  return html`<li class="${weight}">
    <strong>${name}${cause}</strong
    >${since === null ? '' : html` <span class="soft">since ${moment(since)}</span>`}
    <div>
      ${mend}${paste === undefined ? '' : html`: <code>${paste}</code>`}
      ${isSource && subject !== '' ? action(session, 'poll', subject, 'poll now') : NOTHING}
    </div>
  </li>`;
}

function needs({ needs: all }: Status, session: Session | undefined): Markup {
  if (all.length === 0)
    return html`<h2>Needs you</h2>
      <p>Nothing.</p>`;
  const more = all.length - MOST_NEEDS;
  return html`<h2>Needs you</h2>
    <ul class="needs">
      ${all.slice(0, MOST_NEEDS).map((need) => needItem(need, session))}
    </ul>
    ${more > 0 ? html`<p class="soft">and ${more} more: <a href="/status.json">status.json</a>, or <code>newsrelay status</code></p>` : NOTHING}`;
}

const FLOW = [
  'found',
  'fetched',
  'publish',
  'update',
  'withdraw',
  'unchanged',
  'held',
  'dropped',
  'filtered',
];
const FLOW_WORDS: Record<string, string> = {
  publish: 'published',
  update: 'updated',
  withdraw: 'withdrawn',
};

function destinationBox(one: DestinationStatus, status: Status): Markup {
  const delivered = status.flow.day[`delivered ${one.name}`];
  const nowMs = Date.parse(status.at);
  return html`<div class="${one.state === 'ok' ? '' : 'broken'}">
    → ${one.name} <span class="${one.state}">${one.state}</span><b>${one.waiting} waiting</b>
    <span class="soft"
      >${one.oldestWaitingAt ? html`oldest ${timeAway(one.oldestWaitingAt, nowMs)}, ` : ''}last
      ${moment(one.lastDeliveredAt)}${delivered === undefined ? '' : html`, ${delivered} today`}${one.reason ? html`<br />${one.reason}` : ''}</span
    >
  </div>`;
}

function flow(status: Status): Markup {
  const { hour, day } = status.flow;
  return html`<h2>What passes through</h2>
    <div class="flow">
      ${FLOW.map((name) => html`<div>${FLOW_WORDS[name] ?? name}<b>${day[name] ?? 0}</b><span class="soft">${hour[name] ?? 0} this hour</span></div>`)}
      ${status.destinations.map((one) => destinationBox(one, status))}
    </div>
    <p class="soft">
      In the last 24 hours. ${status.quarantined} jobs given up, ${status.held.count} articles held.
    </p>`;
}

function tile({ source, rhythm }: Overview['tiles'][number]): Markup {
  const { id, name, state, reason, lastArticleAt, nextPollAt } = source;
  const about = [
    reason ?? state,
    `last article ${lastArticleAt ?? 'none'}`,
    `next poll ${nextPollAt ?? 'none'}`,
  ].join('\n');
  return html`<li>
    <a class="tile" href="/source/${id}" title="${about}"
      ><b>${name}</b><span class="${state}">${MARKS[state]} ${state}</span>${hourBars(rhythm)}</a
    >
  </li>`;
}

function wall({ status, tiles, wallPage, state }: Overview): Markup {
  const count = wallOrder(status.sources, state).length;
  const query = state === undefined ? '' : `&state=${state}`;
  const pages = Math.ceil(count / TILES_A_PAGE);
  return html`<h2 id="wall">Sources</h2>
    <p>
      ${SOURCE_STATES.filter((one) => status.counts[one] > 0).map((one) => html`<a class="${one}" href="/?state=${one}#wall">${MARKS[one]} ${status.counts[one]} ${one}</a> `)}
      <a href="/#wall">all</a>
    </p>
    <ul class="wall">
      ${tiles.map((one) => tile(one))}
    </ul>
    ${pages > 1 ? html`<p>${wallPage > 1 ? html`<a href="/?wall=${wallPage - 1}${query}#wall">before</a> ` : ''}page ${wallPage} of ${pages}${wallPage < pages ? html` <a href="/?wall=${wallPage + 1}${query}#wall">next</a>` : ''}</p>` : NOTHING}`;
}

function deedList(deeds: readonly Deed[]): Markup {
  if (deeds.length === 0) return NOTHING;
  return html`<h2>Done from here</h2>
    <table>
      ${deeds.map(
        ({ atMs, by, what, subject, outcome }) =>
          html`<tr>
            <td>${moment(atMs)}</td>
            <td>${by}</td>
            <td>${what} ${subject}</td>
            <td>${outcome}</td>
          </tr>`,
      )}
    </table>`;
}

/** The front page: is anything wrong that needs a person, and how does everything stand. */
export function overviewPage(overview: Overview): Markup {
  const { status, articles, deeds, session } = overview;
  return html`${headline(status)} ${needs(status, session)} ${flow(status)} ${wall(overview)}
    <h2>Latest articles</h2>
    <form action="/articles">
      <input name="q" aria-label="search" placeholder="words, address or id" />
      <button>search</button>
    </form>
    ${articleTable(articles)} ${deedList(deeds)}`;
}
