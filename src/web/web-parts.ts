import type { LoadedConfig } from '../config/load.ts';
import type { WebOptions } from '../config/web.ts';
import type { Pipeline } from '../processors/pipeline.ts';

/** What the page is made from. */
export interface WebParts {
  options: WebOptions;
  config: LoadedConfig;
  pipeline: Pipeline;
  /** Why this process is not fit for work just now, in words. */
  faults: () => Promise<string[]>;
}
