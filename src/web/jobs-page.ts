import { html } from 'hono/html';
import type { QueueStatus } from '../monitor/queue-status.ts';
import type { QuarantinedJob } from '../queue/quarantine.ts';
import { action, type Markup, moment } from './layout.ts';
import type { Session } from './access/session.ts';

const QUEUE_COLUMNS = ['queue', 'waiting', 'oldest', 'active', 'later', 'given up'];
const JOB_COLUMNS = ['when', 'job', 'about', 'why', ''];

function columns(names: readonly string[]): Markup {
  return html`<tr>
    ${names.map((name) => html`<th>${name}</th>`)}
  </tr>`;
}

function queueRow({ oldestWaitingAt, ...queue }: QueueStatus): Markup {
  const { name, waiting, active, delayed, failed } = queue;
  const cells = [name, waiting, moment(oldestWaitingAt), active, delayed, failed];
  return html`<tr>
    ${cells.map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

function jobRow(job: QuarantinedJob, session: Session | undefined): Markup {
  const { ref, failedAt, subject, reason } = job;
  const actions = html`${action(session, 'retry', ref)} ${action(session, 'forget', ref)}`;
  return html`<tr>
    ${[moment(failedAt), ref, subject, reason, actions].map((cell) => html`<td>${cell}</td>`)}
  </tr>`;
}

/** The queues as they are, and the jobs that were given up. */
export function jobsPage(
  queues: readonly QueueStatus[],
  quarantined: readonly QuarantinedJob[],
  session: Session | undefined,
): Markup {
  const jobs = quarantined.map((job) => jobRow(job, session));
  return html`<h1>Jobs</h1>
    <p class="soft">
      The raw queues, to read: <a href="/board/">Bull Board</a> (needs JavaScript).
    </p>
    <div class="scroll">
      <table>
        ${columns(QUEUE_COLUMNS)} ${queues.map(queueRow)}
      </table>
    </div>
    <h2>Given up</h2>
    ${
      quarantined.length === 0
        ? html`<p class="soft">None.</p>`
        : html`<div class="scroll">
            <table>
              ${columns(JOB_COLUMNS)} ${jobs}
            </table>
          </div>`
    }`;
}
