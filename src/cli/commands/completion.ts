import type { Command } from 'commander';
import { DONE, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { COMPLETION_SCRIPTS, completionsOf } from '../completion.ts';
import { print } from '../terminal.ts';
import { COMMANDS } from './commands.ts';

const SHELLS = Object.keys(COMPLETION_SCRIPTS);

async function completionCommand(shell: string, cli: CommandLine): Promise<number> {
  const script = COMPLETION_SCRIPTS[shell];
  if (!script) {
    print(
      cli.terminal.stderr,
      `there is no completion for ${shell}; there is ${SHELLS.join(', ')}`,
    );
    return WRONG_USAGE;
  }
  for (const { name, load } of COMMANDS) {
    const command = cli.program.commands.find((one) => one.name() === name);
    if (command && name !== 'completion') (await load())(command, cli);
  }
  print(cli.terminal.stdout, script(completionsOf(cli.program)));
  return DONE;
}

export function addCompletion(command: Command, cli: CommandLine): void {
  command
    .argument('<shell>', SHELLS.join(', '))
    .addHelpText(
      'after',
      '\nFor bash: newsrelay completion bash > ~/.local/share/bash-completion/completions/newsrelay',
    )
    .action(async (shell: string) => {
      cli.status = await completionCommand(shell, cli);
    });
}
