import type { Command } from 'commander';
import { sampleJobs } from '../../../consumer/samples.js';
import { DONE, WRONG_USAGE, type CommandLine } from '../command-line.ts';
import { print, type Terminal } from '../terminal.ts';

/** Prints sample jobs, one JSON object a line, or one of them by its name. */
function printSamples(name: string | true, { stdout, stderr }: Terminal): number {
  const samples = new Map(Object.entries(sampleJobs()));
  if (name === true) {
    for (const job of samples.values()) print(stdout, JSON.stringify(job));
    return DONE;
  }
  const job = samples.get(name);
  if (!job) {
    print(stderr, `there is no sample ${name}; take one of: ${[...samples.keys()].join(', ')}`);
    return WRONG_USAGE;
  }
  print(stdout, JSON.stringify(job, null, 2));
  return DONE;
}

export function addJobs(command: Command, cli: CommandLine): void {
  command
    .requiredOption('--sample [name]', 'one of every kind, a line each, or the one of this name')
    .action(({ sample }: { sample: string | true }) => {
      cli.status = printSamples(sample, cli.terminal);
    });
}
