import type { Command } from 'commander';
import type { Need } from '../../monitor/need.ts';
import { statusSentence } from '../../monitor/sentence.ts';
import { SOURCE_STATES, type SourceStatus } from '../../monitor/source-status.ts';
import { needsPerson, readStatus, type Status } from '../../monitor/status.ts';
import { timeAway } from '../../monitor/times.ts';
import { DONE, FAILED, type CommandLine } from '../command-line.ts';
import { print, table, type Terminal } from '../terminal.ts';
import { clockFor, type TimePrinter } from '../times.ts';
import { withWork } from '../with-work.ts';

const MEGABYTE = 1_048_576;

function needLines({ subject, cause, since, mend, paste }: Need, clock: TimePrinter): string[] {
  const when = since === null ? '' : ` (since ${clock(since)})`;
  return [
    `  ${subject === '' ? '' : `${subject}: `}${cause}${when}`,
    `      ${mend}${paste === undefined ? '' : `: ${paste}`}`,
  ];
}

function sourceTable({ at, sources }: Status): string {
  const nowMs = Date.parse(at);
  const ago = (moment: string | null | undefined) => (moment ? timeAway(moment, nowMs) : '–');
  const rank = ({ state }: SourceStatus) => SOURCE_STATES.indexOf(state);
  const rows = sources
    .toSorted((a, b) => rank(a) - rank(b))
    .map((source) => [
      source.id,
      source.state,
      ago(source.since),
      String(source.failures ?? '–'),
      ago(source.lastSuccessAt),
      ago(source.lastArticleAt),
      source.nextPollAt && source.nextPollAt > at ? timeAway(source.nextPollAt, nowMs) : 'now',
      source.reason ?? '',
    ]);
  const names = ['source', 'state', 'for', 'failures', 'last success', 'last article', 'next poll'];
  return table([[...names, 'reason'], ...rows]);
}

function placesTable({ at, destinations, queues }: Status): string {
  const nowMs = Date.parse(at);
  const ago = (moment: string | null) => (moment ? timeAway(moment, nowMs) : '–');
  const destinationRows = destinations.map((one) => [
    one.name,
    one.state,
    String(one.waiting),
    ago(one.oldestWaitingAt),
    ago(one.lastDeliveredAt),
    one.reason ?? '',
  ]);
  const queueRows = queues.map((queue) => [
    queue.name,
    String(queue.waiting),
    ago(queue.oldestWaitingAt),
    String(queue.active),
    String(queue.delayed),
    String(queue.failed),
  ]);
  return [
    table([
      ['destination', 'state', 'waiting', 'oldest', 'last delivered', 'reason'],
      ...destinationRows,
    ]),
    '',
    table([['queue', 'waiting', 'oldest', 'active', 'later', 'given up'], ...queueRows]),
  ].join('\n');
}

function memoryLine({ memory, held, quarantined }: Status): string {
  const { usedBytes, limitBytes, bytesPerDay, fullAt } = memory;
  const size = (bytes: number) => `${(bytes / MEGABYTE).toFixed(1)} MB`;
  const limit = limitBytes === null ? 'no limit' : `of ${size(limitBytes)}`;
  const growth = bytesPerDay === null ? '' : `, ${size(bytesPerDay)} a day`;
  const full = fullAt === null ? '' : `, full on ${fullAt.slice(0, 10)} at this rate`;
  return `held ${held.count}, given up ${quarantined}; Redis holds ${size(usedBytes)} (${limit}${growth}${full})`;
}

export function printStatus(status: Status, { stdout }: Pick<Terminal, 'stdout'>): void {
  print(stdout, statusSentence(status));
  const clock = clockFor({ stdout });
  for (const [weight, title] of [
    ['act', 'needs you:'],
    ['note', 'when you have time:'],
  ]) {
    const needs = status.needs.filter((need) => need.weight === weight);
    if (needs.length === 0) continue;
    print(stdout, `\n${title}`);
    for (const need of needs) print(stdout, needLines(need, clock).join('\n'));
  }
  print(stdout, `\n${sourceTable(status)}\n\n${placesTable(status)}\n\n${memoryLine(status)}`);
}

export function addStatus(command: Command, cli: CommandLine): void {
  command
    .option('--json', 'print it as JSON', false)
    .action(async ({ json }: { json: boolean }) => {
      await withWork(cli, async ({ pipeline }, config) => {
        const status = await readStatus({ ...pipeline, config });
        if (json) print(cli.terminal.stdout, JSON.stringify(status, null, 2));
        else printStatus(status, cli.terminal);
        return needsPerson(status) ? FAILED : DONE;
      });
    });
}
