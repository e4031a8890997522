import { html } from 'hono/html';
import type { RecentArticle } from '../store/health/recent-articles.ts';
import { type Markup, moment } from './layout.ts';

/** Articles one below the other, each with a link to its story. */
export function articleTable(articles: readonly RecentArticle[]): Markup {
  if (articles.length === 0) return html`<p class="soft">None.</p>`;
  return html`<div class="scroll">
    <table>
      <tr>
        <th>changed</th>
        <th>source</th>
        <th>title</th>
        <th>last</th>
        <th>rights</th>
      </tr>
      ${articles.map(
        ({ id, atMs, sourceId, title, action, mode }) =>
          html`<tr>
            <td>${moment(atMs)}</td>
            <td><a href="/source/${sourceId}">${sourceId}</a></td>
            <td><a href="/article/${id}">${title === '' ? id : title}</a></td>
            <td>${action}</td>
            <td>${mode}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}
