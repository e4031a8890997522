import type { Command } from 'commander';
import { routeArticle, type RoutedTo, type Routing } from '../../../operations/route.ts';
import type { Pipeline } from '../../../processors/pipeline.ts';
import { DONE, FAILED, type CommandLine } from '../../command-line.ts';
import { print, table, type Terminal } from '../../terminal.ts';
import { withWork } from '../../with-work.ts';

const SENT = { shown: 'shown there', withdrawn: 'withdrawn there', never: 'never sent' } as const;

function remarkOnRoute({ reason, sent, until }: RoutedTo): string {
  return [reason, sent && SENT[sent], until && `goes out at ${until}`].filter(Boolean).join('; ');
}

/** Who gets an article and who does not, each with the reason. */
export function routingLines(routing: Routing & { kind: 'routed' }): string[] {
  const { articleId, title, sourceId, action, destinations } = routing;
  const isGone = action === 'withdraw';
  const rows = destinations.map((one) => [
    one.destination,
    one.isTaken ? 'yes' : 'no',
    one.isTaken ? one.byline : '',
    remarkOnRoute(one),
  ]);
  return [
    title,
    `  id ${articleId}, source ${sourceId}`,
    ...(isGone ? ['  was withdrawn; would it come back, it would go to:'] : []),
    table([['destination', 'gets it', 'as', 'why'], ...rows]),
  ];
}

async function routeCommand(
  name: string,
  json: boolean,
  pipeline: Pipeline,
  terminal: Terminal,
): Promise<number> {
  const routing = await routeArticle(name, pipeline);
  if (routing.kind === 'unknown') {
    print(
      terminal.stderr,
      `nothing is known of ${name}: no feed has led to it. See what a pass would bring with newsrelay poll --dry-run`,
    );
    return FAILED;
  }
  if (json) print(terminal.stdout, JSON.stringify(routing, null, 2));
  else if (routing.kind === 'routed') print(terminal.stdout, routingLines(routing).join('\n'));
  else {
    const mend = routing.mend === undefined ? '' : `; ${routing.mend}`;
    print(terminal.stdout, `${name}: no destination gets it: ${routing.reason}${mend}`);
  }
  return DONE;
}

export function addRoute(command: Command, cli: CommandLine): void {
  command
    .argument('<article>', 'an address that leads to it, or its id')
    .option('--json', 'print it as JSON', false)
    .action(async (name: string, { json }: { json: boolean }) => {
      await withWork(cli, ({ pipeline }) => routeCommand(name, json, pipeline, cli.terminal));
    });
}
