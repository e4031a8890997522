import { main } from '../src/cli/main.ts';
import { exitWith, processTerminal } from './terminal.ts';

/** The service in one role; what else stands on the command line (`--config FILE`) is handed on. */
export async function runRole(role: string): Promise<void> {
  const args = [...process.argv.slice(2), 'run', '--only', role];
  exitWith(await main(args, processTerminal()));
}
