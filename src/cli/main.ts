import { CommanderError } from 'commander';
import { PermanentError, TransientError } from '../errors.ts';
import { COMMANDS } from './commands/commands.ts';
import { CommandLine, DONE, FAILED, WRONG_USAGE } from './command-line.ts';
import { print, type Terminal } from './terminal.ts';

const DESCRIPTION =
  'Polls the news sources of a config file, scrapes their articles, normalises each into one record and enqueues republishing jobs on Redis for an aggregator site.';

const FIRST_STEPS = `
Exit status: 0 done, 1 something failed and is named, 2 wrong usage or config.

First steps:
  newsrelay demo                      see it work on a bundled sample site
  newsrelay discover https://…        find a site's feeds, as an entry for your config
  newsrelay feed https://…/feed.xml   try a feed before you trust it
  newsrelay article https://…         try a page: the record, and what may be republished
  newsrelay check                     find every mistake in your config
  newsrelay poll                      one polling pass, for cron
  newsrelay run                       the service
  newsrelay status                    how every source stands, and what needs you`;

/** Parses the command line, runs one command and resolves to its exit status. */
export async function main(args: string[], terminal: Terminal): Promise<number> {
  const cli = new CommandLine(terminal);
  cli.program.description(DESCRIPTION).addHelpText('after', FIRST_STEPS);
  for (const { name, description, load } of COMMANDS) {
    const command = cli.program.command(name).description(description);
    if (args.includes(name)) (await load())(command, cli);
  }
  try {
    await cli.program.parseAsync(args, { from: 'user' });
    return cli.status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_USAGE;
    if (terminal.signal.aborted && error instanceof Error && error.name === 'AbortError')
      return FAILED;
    if (!(error instanceof Error)) throw error;
    const isNamed = error instanceof PermanentError || error instanceof TransientError;
    // Those who are to mend a fault of our own need the place.
    print(
      terminal.stderr,
      isNamed ? `newsrelay: ${error.message}` : (error.stack ?? error.message),
    );
    return FAILED;
  }
}
