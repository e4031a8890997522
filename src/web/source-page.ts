import { html } from 'hono/html';
import type { SourceLines } from '../config/file/source-lines.ts';
import type { Source } from '../config/schema.ts';
import type { HourlyRhythm } from '../monitor/rhythm.ts';
import { daysOf } from '../monitor/rhythm.ts';
import { pauseInWords } from '../monitor/source-needs.ts';
import type { SourceStatus } from '../monitor/source-status.ts';
import type { RecentArticle } from '../store/health/recent-articles.ts';
import type { HeldArticle } from '../store/held.ts';
import type { PageShape } from '../store/page-shapes.ts';
import { articleTable } from './article-table.ts';
import { dayBars, hourBars } from './bars.ts';
import { action, type Markup, moment, NOTHING } from './layout.ts';
import { nextPolls } from './next-polls.ts';
import type { Session } from './access/session.ts';

export interface SourceStory {
  source: Source;
  status: SourceStatus;
  /** Of the last thirty days. */
  rhythm: HourlyRhythm;
  shapes: PageShape[];
  articles: RecentArticle[];
  held: HeldArticle[];
  /** How the config has it. */
  lines?: SourceLines | undefined;
  session: Session | undefined;
}

const NEXT_POLLS = 5;

function feeds({ feeds: all }: SourceStatus): Markup {
  return html`<div class="scroll">
    <table>
      <tr>
        <th>feed</th>
        <th>last success</th>
        <th>next poll</th>
        <th>trouble</th>
      </tr>
      ${all.map(
        ({ url, lastSuccessAt, nextPollAt, failure, moved }) =>
          html`<tr>
            <td>${url}</td>
            <td>${moment(lastSuccessAt)}</td>
            <td>${moment(nextPollAt)}</td>
            <td>
              ${failure ? html`${failure.reason} (${failure.failures} times since ${moment(failure.since)})` : moved ? html`moved to ${moved.to}` : ''}
            </td>
          </tr>`,
      )}
    </table>
  </div>`;
}

/** How often each rule of the config matched, on the last pages. */
function ruleTable({ article }: Source, shapes: readonly PageShape[]): Markup {
  const names = Object.keys(article ?? {}).filter((name) => name !== 'versions');
  if (names.length === 0 || shapes.length === 0) return NOTHING;
  const missed = (name: string) =>
    shapes.filter(({ unmatchedRules }) => unmatchedRules.includes(name)).length;
  return html`<h2>Rules</h2>
    <table>
      ${names.map(
        (name) =>
          html`<tr>
            <td>article.${name}</td>
            <td>matched on ${shapes.length - missed(name)} of ${shapes.length} pages</td>
          </tr>`,
      )}
    </table>`;
}

function heldList(held: readonly HeldArticle[], session: Session | undefined): Markup {
  if (held.length === 0) return NOTHING;
  return html`<h2>Held</h2>
    <table>
      ${held.map(
        ({ record, reason, heldAt }) =>
          html`<tr>
            <td>${moment(heldAt)}</td>
            <td><a href="/article/${record.id}">${record.title}</a></td>
            <td>${reason}</td>
            <td>${action(session, 'release', record.id)} ${action(session, 'drop', record.id)}</td>
          </tr>`,
      )}
    </table>`;
}

function configLines({ lines, source: { id } }: SourceStory): Markup {
  if (!lines) return NOTHING;
  return html`<h2>Its lines in the config</h2>
    <p class="soft">
      ${lines.file}, from line ${lines.line}; <code>newsrelay check --live ${id}</code> tries them
    </p>
    <pre>${lines.text}</pre>`;
}

/** One source: how it stands, what it brought, when it is polled, what its rules find. */
export function sourcePage(story: SourceStory): Markup {
  const { source, status, rhythm, shapes, articles, held, session } = story;
  const { id, name } = source;
  const { state, since, reason, usualPauseMs, lastArticleAt, nextPollAt, drift } = status;
  const pausing = state === 'paused' ? action(session, 'resume', id) : action(session, 'pause', id);
  const polls = nextPolls(source.schedule, nextPollAt, NEXT_POLLS);
  return html`<h1>${name} <span class="${state}">${state}</span></h1>
    ${reason ? html`<p class="sentence act">${reason}${since ? html`, since ${moment(since)}` : ''}</p>` : NOTHING}
    ${drift ? html`<p class="sentence act">${drift.messages.join('; ')}</p>` : NOTHING}
    <p>${action(session, 'poll', id, 'poll now')} ${pausing}</p>
    <dl class="facts">
      <dt>last article</dt>
      <dd>${moment(lastArticleAt)}</dd>
      <dt>longest usual pause</dt>
      <dd>${usualPauseMs === null ? 'not known yet' : pauseInWords(usualPauseMs)}</dd>
      <dt>next polls</dt>
      <dd>${polls.map((at) => html`${moment(at)} `)}</dd>
    </dl>
    <h2>The last 24 hours</h2>
    <div class="tile">${hourBars({ hours: rhythm.hours.slice(-24) })}</div>
    <h2>Thirty days</h2>
    ${dayBars(daysOf(rhythm))} ${feeds(status)} ${ruleTable(source, shapes)}
    ${heldList(held, session)}
    <h2>Its newest articles</h2>
    ${articleTable(articles)} ${configLines(story)}`;
}
