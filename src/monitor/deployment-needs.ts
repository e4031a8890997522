import type { Problem } from '../config/problems/problem.ts';
import { isoTime } from '../iso-time.ts';
import type { DeploymentMember } from '../store/deployment.ts';
import type { MissingSource } from '../store/health/missing-sources.ts';
import { need, type Need } from './need.ts';

/** What is known of the processes that work here, and of their configs. */
export interface DeploymentFacts {
  /** Mistakes in files that the config includes. */
  faults: readonly Problem[];
  /** Sources that visits wait for and this config lacks, by their ids. */
  missing: ReadonlyMap<string, MissingSource>;
  members: readonly Pick<DeploymentMember, 'host' | 'config'>[];
  /** When each place in Redis was last found damaged (epoch ms), by its key. */
  damaged: ReadonlyMap<string, number>;
}

/** What a person has to see to about configs. Pure. */
export function deploymentNeeds({ faults, missing, members, damaged }: DeploymentFacts): Need[] {
  return [
    ...faults.map((fault) => faultNeed(fault)),
    ...[...missing].map(([id, { sinceMs }]) => missingNeed(id, sinceMs)),
    ...differenceNeeds(members),
    ...damageNeeds(damaged),
  ];
}

function faultNeed({ file, line, path, message }: Problem): Need {
  const cause = `${path} ${message}`.trim();
  const mend = 'mend the config; what is wrong is left out until then';
  const paste = 'newsrelay check';
  return need({ kind: 'config', subject: `${file}:${line}`, cause, since: null, mend, paste });
}

/** No more are named; they are mended one after the other. */
const MOST_DAMAGED_NAMED = 20;

function damageNeeds(damaged: DeploymentFacts['damaged']): Need[] {
  return Array.from(damaged)
    .slice(0, MOST_DAMAGED_NAMED)
    .map(([subject, atMs]) => {
      const cause = 'holds in Redis what nobody can read; work goes on as if it were not there';
      const mend = 'find out what else writes to this Redis, and delete the value';
      return need({ kind: 'damaged', subject, cause, since: isoTime(atMs), mend, weight: 'note' });
    });
}

function missingNeed(subject: string, sinceMs: number): Need {
  const cause = 'visits wait for it, and the config has no such source';
  const mend = 'put it back, or write its id into the source that it has become';
  const paste = `formerly: [${subject}]`;
  const since = isoTime(sinceMs);
  return need({ kind: 'source-missing', subject, cause, since, mend, paste, weight: 'note' });
}

function differenceNeeds(members: DeploymentFacts['members']): Need[] {
  const hosts = new Map<string, string[]>();
  for (const { host, config } of members) {
    if (config !== undefined) hosts.set(config, [...(hosts.get(config) ?? []), host]);
  }
  if (hosts.size < 2) return [];
  const groups = [...hosts.values()].map((group) => group.join(' and '));
  const cause = `processes work by different configs: ${groups.join('; ')}`;
  const mend = 'give them the same, and reload those that were started before it changed';
  const subject = '';
  return [need({ kind: 'configs-differ', subject, cause, since: null, mend, weight: 'note' })];
}
