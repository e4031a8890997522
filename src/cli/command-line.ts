import packageJson from '../../package.json' with { type: 'json' };
import { Command, Help, type Option } from 'commander';
import type { LoadedConfig } from '../config/load.ts';
import type { Source } from '../config/schema.ts';
import { existsSync } from 'node:fs';
import { print, type Terminal, put } from './terminal.ts';

/** Exit statuses. */
export const DONE = 0;
export const FAILED = 1;
export const WRONG_USAGE = 2;

const help = new Help();

/** A flag is off and a list empty unless given: a default that says so is clutter. */
function optionDescription(option: Option): string {
  const byDefault: unknown = option.defaultValue;
  const isPlain = byDefault === false || (Array.isArray(byDefault) && byDefault.length === 0);
  return isPlain ? option.description : help.optionDescription(option);
}

/** The program that commands add themselves to, and what all of them need. */
export class CommandLine {
  readonly program: Command;
  readonly terminal: Terminal;
  status = DONE;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
    this.program = new Command('newsrelay')
      .version(packageJson.version, '--version', 'print the version')
      .option('--config <file>', 'the config file', 'config/newsrelay.yaml')
      .exitOverride()
      .configureHelp({ optionDescription, subcommandTerm: (command) => command.name() })
      .configureOutput({
        writeOut: (text) => put(terminal.stdout, text),
        writeErr: (text) => put(terminal.stderr, text),
      })
      .showHelpAfterError('(add --help for what can be written here)');
  }

  get configPath(): string {
    return this.program.opts<{ config: string }>().config;
  }

  /** Runs an action with the config; its mistakes are printed instead where it has any. */
  async withConfig(action: (config: LoadedConfig) => Promise<number>): Promise<void> {
    const { openConfig } = await import('./open-config.ts');
    const config = await openConfig(this.configPath, this.terminal);
    this.status = config ? await action(config) : WRONG_USAGE;
  }

  /**
   * The same with the source of that id, where one is named. What only tries something out works
   * outside of a checkout, too: without a config file, by the defaults.
   */
  async withSource(
    name: string | undefined,
    action: (config: LoadedConfig, source: Source | undefined) => Promise<number>,
  ): Promise<void> {
    if (this.program.getOptionValueSource('config') === 'default' && !existsSync(this.configPath)) {
      const { configSchema } = await import('../config/schema.ts');
      const { include: _, ...defaults } = configSchema.parse({});
      const config = { ...defaults, sources: [], baseDir: '.', faults: [] };
      this.status =
        name === undefined ? await action(config, undefined) : this.unknownSource([name], config);
      return;
    }
    await this.withConfig(async (config) => {
      const source = config.sources.find(({ id }) => id === name);
      if (name === undefined || source) return await action(config, source);
      return this.unknownSource([name], config);
    });
  }

  /** The exit status where one of the names is no source's, which is then printed. */
  unknownSources(names: string[], config: LoadedConfig): number | undefined {
    const known = new Set(config.sources.map(({ id }) => id));
    const unknown = names.filter((name) => !known.has(name));
    return unknown.length > 0 ? this.unknownSource(unknown, config) : undefined;
  }

  unknownSource(names: string[], { sources }: LoadedConfig): number {
    const known = sources.map(({ id }) => id).join(', ');
    print(this.terminal.stderr, `no such source: ${names.join(', ')}; there are ${known}`);
    return WRONG_USAGE;
  }
}
