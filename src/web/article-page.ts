import { html } from 'hono/html';
import type { ArticleRecord } from '../article-record.ts';
import type { Explanation } from '../operations/explain.ts';
import type { HistoryEvent } from '../store/history.ts';
import { difference } from './difference.ts';
import { action, type Markup, moment, NOTHING } from './layout.ts';
import type { Session } from './access/session.ts';

const printedLines = ({ title, subtitle, paragraphs, credit }: ArticleRecord): string[] => [
  title,
  ...(subtitle ? [subtitle] : []),
  ...paragraphs.map(({ text }) => text),
  ...(credit ? [credit.text] : []),
];

function revisionDifference(before: ArticleRecord, after: ArticleRecord): Markup {
  const lines = difference(printedLines(before), printedLines(after)).filter(
    ({ kind }) => kind !== 'same',
  );
  const told = lines.map(({ kind, text }) =>
    kind === 'added' ? html`<p><ins>+ ${text}</ins></p>` : html`<p><del>− ${text}</del></p>`,
  );
  return html`<h3>Revision ${before.revision} → ${after.revision}</h3>
    ${told.length > 0 ? told : html`<p class="soft">The text is the same.</p>`}`;
}

function eventRow({ at, event, ...facts }: HistoryEvent): Markup {
  const told = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return html`<tr>
    <td>${moment(at)}</td>
    <td>${event}</td>
    <td>${told.join(', ')}</td>
  </tr>`;
}

export interface ArticleStory {
  explanation: Explanation;
  revisions: ArticleRecord[];
  session: Session | undefined;
}

/** Everything that is known of one article, in order of time, with what changed between revisions. */
export function articlePage({ explanation, revisions, session }: ArticleStory): Markup {
  const { articleId = '', article, events, jobs, destinations } = explanation;
  const jobRows = jobs.map(
    ({ queue, id, state, at, addedAt, reason }) =>
      html`<tr>
        <td>${moment(at ?? addedAt)}</td>
        <td>${state}</td>
        <td>${queue}/${id} ${reason ?? ''}</td>
      </tr>`,
  );
  const pairs = revisions
    .slice(1)
    .map((after, index) => revisionDifference(revisions[index]!, after));
  return html`<h1>${article ? article.title : articleId}</h1>
    ${
      article
        ? html`<dl class="facts">
            <dt>address</dt>
            <dd><a href="${article.url}" rel="noreferrer noopener">${article.url}</a></dd>
            <dt>source</dt>
            <dd><a href="/source/${article.sourceId}">${article.sourceId}</a></dd>
            <dt>last</dt>
            <dd>${article.action}, revision ${article.revision}</dd>
            <dt>id</dt>
            <dd>${articleId}</dd>
          </dl>`
        : NOTHING
    }
    <p>
      ${action(session, 'takedown', articleId, 'take down')}
      ${action(session, 'release', articleId)} ${action(session, 'drop', articleId)}
    </p>
    ${destinations.map((one) => (one.state === 'ok' ? NOTHING : html`<p class="${one.state}">${one.name} is ${one.state} since ${moment(one.sinceMs)}: ${one.reason}</p>`))}
    <h2>Its story</h2>
    <div class="scroll">
      <table>
        ${events.map((event) => eventRow(event))} ${jobRows}
      </table>
    </div>
    <h2>What changed</h2>
    ${pairs.length > 0 ? pairs : html`<p class="soft">There is one revision, or the earlier ones are no longer kept.</p>`}`;
}
