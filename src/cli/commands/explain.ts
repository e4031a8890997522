import { idsLike } from '../../operations/article-named.ts';
import type { Command } from 'commander';
import { explain, type Explanation } from '../../operations/explain.ts';
import type { Pipeline } from '../../processors/pipeline.ts';
import type { JobState } from '../../queue/jobs-about.ts';
import type { HistoryEvent } from '../../store/history.ts';
import { DONE, FAILED, type CommandLine } from '../command-line.ts';
import { print, type Terminal } from '../terminal.ts';
import { clockFor, type TimePrinter } from '../times.ts';
import { withWork } from '../with-work.ts';

const SHOWN = {
  publish: 'was sent to the site',
  update: 'was sent to the site, the last time as an update',
  withdraw: 'was withdrawn',
} as const;

/** Where the newest revision has not arrived yet. */
function stillTo({ article, jobs }: Explanation): string {
  const places = jobs.flatMap(({ queue, id, state }) =>
    id.endsWith(`-${article?.revision}`) ? [`${queue} (${state})`] : [],
  );
  return places.length === 0 ? '' : `; still to be taken: ${places.join(', ')}`;
}

function heading(explanation: Explanation): string {
  const { articleId, article } = explanation;
  if (!article) return `${articleId}: never sent to the site`;
  const { title, url, sourceId, action, revision } = article;
  const fate = SHOWN[action as keyof typeof SHOWN];
  return `${title}\n  ${url}\n  id ${articleId}, source ${sourceId}\n  ${fate}, revision ${revision}${stillTo(explanation)}`;
}

function eventLine({ at, event, ...facts }: HistoryEvent, clock: TimePrinter): string {
  const told = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return `${clock(at)}  ${event.padEnd(12)}  ${told.join(', ')}`.trimEnd();
}

function jobLine({ queue, id, state, addedAt, at, reason }: JobState, clock: TimePrinter): string {
  const when = clock(at ?? addedAt);
  return `${when}  ${state.padEnd(12)}  ${queue}/${id}${reason === undefined ? '' : `: ${reason}`}`;
}

const MOST_NAMED = 10;

function destinationLine(one: Explanation['destinations'][0], clock: TimePrinter): string[] {
  if (one.state === 'ok') return [];
  const next = one.state === 'down' ? `, next try ${clock(one.nextTryMs)}` : '';
  return [`${one.name} is ${one.state} since ${clock(one.sinceMs)}${next}: ${one.reason}`];
}

/** Why its page was never visited although its feed has it. */
export function whyUnread(
  name: string,
  { passedOver, filtered }: Explanation,
  clock: TimePrinter,
): string | undefined {
  if (filtered) {
    const { atMs, reason } = filtered;
    return `${name}: filtered by what its feed says (${clock(atMs)}), its page not visited\n  ${reason}`;
  }
  if (!passedOver) return undefined;
  const { feed, atMs, newest } = passedOver;
  return `${name}: only remembered. ${feed} had it when it was first read (${clock(atMs)}), and the newest ${newest} were published then: firstReading says how many`;
}

/** What is known of an article, and what happened to it in the order of time. */
export function explanationLines(
  name: string,
  explanation: Explanation,
  clock: TimePrinter,
): string[] {
  const { articleId, events, jobs, destinations } = explanation;
  const lines = [
    ...events.map((event) => ({ at: event.at, line: eventLine(event, clock) })),
    ...jobs.map((job) => ({ at: job.at ?? job.addedAt, line: jobLine(job, clock) })),
  ];
  return [
    articleId === undefined ? `${name}: not read yet` : heading(explanation),
    ...lines.toSorted((a, b) => a.at - b.at).map(({ line }) => line),
    ...destinations.flatMap((one) => destinationLine(one, clock)),
  ];
}

async function explainCommand(
  name: string,
  json: boolean,
  pipeline: Pipeline,
  { stdout, stderr }: Terminal,
): Promise<number> {
  const like = await idsLike(name, pipeline);
  if (like.length > 1) {
    const named = like.slice(0, MOST_NAMED).join('\n  ');
    print(stderr, `${like.length} articles begin like ${name}; write more of the id:\n  ${named}`);
    return FAILED;
  }
  const explanation = await explain(like[0] ?? name, pipeline);
  const { articleId, jobs, passedOver, filtered } = explanation;
  const clock = clockFor({ stdout });
  const unread = whyUnread(name, explanation, clock);
  if (unread !== undefined && !json) {
    print(stdout, unread);
    return DONE;
  }
  if (articleId === undefined && jobs.length === 0 && !passedOver && !filtered) {
    print(
      stderr,
      `nothing is known of ${name}: no feed has led to it. Look for it with newsrelay articles --search or newsrelay feed, and for its source with newsrelay poll`,
    );
    return FAILED;
  }
  const told = json
    ? JSON.stringify(explanation, null, 2)
    : explanationLines(name, explanation, clock).join('\n');
  print(stdout, told);
  return DONE;
}

export function addExplain(command: Command, cli: CommandLine): void {
  command
    .argument('<article>', 'an address that leads to it, its id, or the start of the id')
    .option('--json', 'print it as JSON', false)
    .action(async (name: string, { json }: { json: boolean }) => {
      await withWork(cli, ({ pipeline }) => explainCommand(name, json, pipeline, cli.terminal));
    });
}
