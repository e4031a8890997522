import type { LoadedConfig } from '../config/load.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { shortHash } from '../short-hash.ts';
import type { DeploymentMember } from '../store/deployment.ts';

/** The same for processes that treat every job alike. */
export function configMark({
  sources,
  destinations,
  site,
  takedowns,
}: Pick<LoadedConfig, 'sources' | 'destinations' | 'site' | 'takedowns'>): string {
  return shortHash(JSON.stringify([sources, destinations, site, takedowns]));
}

const ROUNDS = 2;

/** Tells of processes that work by another config for longer than a rolling restart takes. */
export class ConfigWatch {
  readonly #own: Pick<DeploymentMember, 'config' | 'sources'>;
  readonly #pipeline: Pick<Pipeline, 'deployment' | 'notice'>;
  #rounds = new Map<string, number>();

  constructor(
    own: Pick<DeploymentMember, 'config' | 'sources'>,
    pipeline: Pick<Pipeline, 'deployment' | 'notice'>,
  ) {
    this.#own = own;
    this.#pipeline = pipeline;
  }

  async look(): Promise<void> {
    const members = await this.#pipeline.deployment.members();
    const others = members.filter(
      ({ config }) => config !== undefined && config !== this.#own.config,
    );
    const before = this.#rounds;
    this.#rounds = new Map();
    for (const other of others) {
      const name = `${other.host} ${other.config}`;
      const rounds = (before.get(name) ?? 0) + 1;
      this.#rounds.set(name, rounds);
      if (rounds === ROUNDS) this.#tell(other);
    }
  }

  #tell({ host, sources }: DeploymentMember): void {
    const own = new Set(this.#own.sources);
    const theirs = new Set(sources);
    const only = [
      told(
        'it alone has',
        [...theirs].filter((id) => !own.has(id)),
      ),
      told(
        'this process alone has',
        [...own].filter((id) => !theirs.has(id)),
      ),
    ].filter((part) => part !== '');
    const difference = only.length > 0 ? only.join(', ') : 'the same sources with other settings';
    const message = `${host} works by another config: ${difference}; give both the same and reload`;
    this.#pipeline.notice({ change: 'configs-differ', message });
  }
}

const MOST_IDS = 5;

function told(what: string, ids: string[]): string {
  if (ids.length === 0) return '';
  const more = ids.length > MOST_IDS ? ` and ${ids.length - MOST_IDS} more` : '';
  return `${what} ${ids.slice(0, MOST_IDS).join(', ')}${more}`;
}
