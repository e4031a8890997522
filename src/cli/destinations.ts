import { resolve } from 'node:path';
import type { LoadedConfig } from '../config/load.ts';
import type { DestinationOptions as DestinationConfig } from '../config/schema.ts';
import {
  createDestination,
  type DestinationTools,
  type PushDestinationOptions,
} from '../deliver/create-destination.ts';
import type { PushDestination } from '../service/workers.ts';

function isPush(destination: DestinationConfig): destination is PushDestinationOptions {
  return destination.type !== 'queue';
}

/** The config's push destinations, ready to deliver to; their paths start at the config file. */
export function pushDestinations(
  { destinations, baseDir }: Pick<LoadedConfig, 'destinations' | 'baseDir'>,
  tools: DestinationTools,
): PushDestination[] {
  return destinations.filter(isPush).map((options) => {
    const placed =
      'path' in options ? { ...options, path: resolve(baseDir, options.path) } : options;
    const { concurrency, perSecond } = options;
    return { destination: createDestination(placed, tools), concurrency, perSecond };
  });
}
