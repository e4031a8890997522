import type { Command } from 'commander';
import { writeSeedText } from '../../../record/seed-format.ts';
import type { LoadedConfig } from '../../../config/load.ts';
import type { CheckFinding } from '../../../deliver/destination.ts';
import { createSend } from '../../../http/send.ts';
import { DONE, FAILED, WRONG_USAGE, type CommandLine } from '../../command-line.ts';
import { pushDestinations } from '../../destinations.ts';
import { httpClientFor } from '../../http-client.ts';
import { print, table, type Terminal } from '../../terminal.ts';

async function findingsOf(
  name: string,
  config: LoadedConfig,
  { signal }: Terminal,
): Promise<CheckFinding[] | undefined> {
  await using client = httpClientFor(config);
  const { send, close } = createSend({ userAgent: config.http.userAgent });
  const tools = { send, fetch: client.fetch, renderText: writeSeedText };
  const found = pushDestinations(config, tools).find(
    ({ destination }) => destination.name === name,
  );
  try {
    return await found?.destination.check({
      now: () => new Date(),
      signal,
      byline: config.site.byline,
    });
  } catch (error) {
    return [{ what: 'connection', result: 'failed', message: (error as Error).message }];
  } finally {
    await close();
  }
}

/** Tries one destination; nothing is enqueued and nothing stays behind. Redis is not needed. */
async function testDestination(
  name: string,
  json: boolean,
  config: LoadedConfig,
  terminal: Terminal,
): Promise<number> {
  const findings = await findingsOf(name, config, terminal);
  if (!findings) {
    const names = config.destinations.flatMap((one) => (one.type === 'queue' ? [] : [one.name]));
    const known = names.length > 0 ? `there are ${names.join(', ')}` : 'the config has none';
    print(terminal.stderr, `no destination to deliver to is called ${name}; ${known}`);
    return WRONG_USAGE;
  }
  const rows = findings.map(({ what, result, message }) => [result, what, message]);
  print(terminal.stdout, json ? JSON.stringify(findings, null, 2) : table(rows));
  return findings.some(({ result }) => result === 'failed') ? FAILED : DONE;
}

export function addDeliver(command: Command, cli: CommandLine): void {
  command
    .requiredOption(
      '--test <destination>',
      'check credentials, role and plugin, and try a round trip that leaves nothing behind',
    )
    .option('--json', 'print the findings as JSON', false)
    .action(async ({ test, json }: { test: string; json: boolean }) => {
      await cli.withConfig((config) => testDestination(test, json, config, cli.terminal));
    });
}
