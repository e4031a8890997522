import type { LoadedConfig } from '../../config/load.ts';
import { explain, type Explanation } from '../../operations/explain.ts';
import type { JobState } from '../../queue/jobs-about.ts';
import type { HistoryEvent } from '../../store/history.ts';
import { DONE, FAILED, type CommandLine } from '../command-line.ts';
import { createLog } from '../log.ts';
import { openForWork, REDIS_PATIENCE_MS } from '../open.ts';
import { print, type Terminal } from '../terminal.ts';

const instantOf = (ms: number) => new Date(ms).toISOString();

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

function eventLine({ at, event, ...facts }: HistoryEvent): string {
  const told = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  return `${instantOf(at)}  ${event.padEnd(12)}  ${told.join(', ')}`.trimEnd();
}

function jobLine({ queue, id, state, addedAt, at, reason }: JobState): string {
  const when = instantOf(at ?? addedAt);
  return `${when}  ${state.padEnd(12)}  ${queue}/${id}${reason === undefined ? '' : `: ${reason}`}`;
}

function destinationLine(one: Explanation['destinations'][0]): string[] {
  if (one.state === 'ok') return [];
  const next = one.state === 'down' ? `, next try ${instantOf(one.nextTryMs)}` : '';
  return [`${one.name} is ${one.state} since ${instantOf(one.sinceMs)}${next}: ${one.reason}`];
}

async function explainCommand(
  name: string,
  json: boolean,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  await using work = await openForWork(config, createLog(terminal, 'warn'), {
    patienceMs: REDIS_PATIENCE_MS,
    signal: terminal.signal,
  });
  const explanation = await explain(name, work.open.pipeline);
  const { articleId, events, jobs, destinations } = explanation;
  if (articleId === undefined && jobs.length === 0) {
    print(
      terminal.stderr,
      `nothing is known of ${name}: no feed has led to it. Look for it with newsrelay feed, and for its source with newsrelay poll`,
    );
    return FAILED;
  }
  if (json) {
    print(terminal.stdout, JSON.stringify(explanation, null, 2));
    return DONE;
  }
  print(terminal.stdout, articleId === undefined ? `${name}: not read yet` : heading(explanation));
  for (const event of events) print(terminal.stdout, eventLine(event));
  for (const job of jobs) print(terminal.stdout, jobLine(job));
  for (const line of destinations.flatMap(destinationLine)) print(terminal.stdout, line);
  return DONE;
}

export function addExplain(cli: CommandLine): void {
  cli.program
    .command('explain')
    .description("an article's own history: seen, fetched, held or not, published, delivered")
    .argument('<article>', 'an address that leads to it, or its id')
    .option('--json', 'print it as JSON', false)
    .action(async (name: string, { json }: { json: boolean }) => {
      await cli.withConfig((config) => explainCommand(name, json, config, cli.terminal));
    });
}
