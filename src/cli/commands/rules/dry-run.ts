import type { LoadedConfig } from '../../../config/load.ts';
import { dryRun, type Decision, type WouldGet } from '../../../operations/dry-run.ts';
import { openDryPipeline } from '../../../service/dry-pipeline.ts';
import { DONE, FAILED } from '../../command-line.ts';
import { printSummaries, progressText } from '../poll.ts';
import { httpClientFor } from '../../http-client.ts';
import { print, progress, type Terminal } from '../../terminal.ts';

function placesIn(destinations: readonly WouldGet[]): string {
  const told = destinations.flatMap(({ destination, isTaken, action, until }) =>
    action === undefined || !isTaken ? [] : [until ? `${destination} at ${until}` : destination],
  );
  return told.length === 0 ? 'nobody' : told.join(', ');
}

/** What would become of an entry; nothing of one that leads to an article which another has led to. */
export function decisionLines(decision: Decision): string[] {
  const { sourceId, url, title } = decision;
  const what = `${title ?? 'without a headline'}, ${url}`;
  switch (decision.outcome) {
    case 'enqueued': {
      const { action, mode, destinations } = decision;
      const others = destinations.filter(({ isTaken }) => !isTaken);
      return [
        `${sourceId}: ${action} (${mode}) to ${placesIn(destinations)}: ${what}`,
        ...others.map(({ destination, reason }) => `    not to ${destination}: ${reason}`),
      ];
    }
    case 'unchanged':
      return [];
    case 'held':
    case 'filtered':
    case 'dropped':
    case 'failed':
      return [`${sourceId}: ${decision.outcome}: ${what}`, `    ${decision.reason}`];
  }
}

/** What a pass over these sources would enqueue, hold and leave out; 1 when one of them failed. */
export async function dryRunCommand(
  { source, json, timeout }: { source: string[]; json: boolean; timeout: number },
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  const signal = AbortSignal.any([terminal.signal, AbortSignal.timeout(timeout)]);
  await using client = httpClientFor(config);
  const line = progress(terminal, Date.now);
  const { summaries, decisions } = await dryRun(
    openDryPipeline(config, { fetch: client.fetch, signal }),
    {
      sourceIds: source,
      signal,
      onProgress: (state) => line.update(progressText(state)),
    },
  );
  line.done();
  if (json) {
    for (const decision of decisions) print(terminal.stdout, JSON.stringify(decision));
    for (const { sourceId, failures } of summaries) {
      for (const failure of failures) print(terminal.stderr, `${sourceId}: failed: ${failure}`);
    }
  } else {
    for (const decision of decisions) {
      for (const text of decisionLines(decision)) print(terminal.stdout, text);
    }
    printSummaries(summaries, false, terminal);
    print(
      terminal.stdout,
      'A dry run: nothing was written or sent, and every feed was read as if for the first time.',
    );
  }
  return summaries.some(({ failures }) => failures.length > 0) ? FAILED : DONE;
}
