import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { Environment } from '../config/environment.ts';

const ALL = 1;

/** The sampler that `OTEL_TRACES_SAMPLER` and its `_ARG` name; by default every trace that nobody left out before. */
export function samplerOf(environment: Environment): Sampler {
  const { OTEL_TRACES_SAMPLER: named = '', OTEL_TRACES_SAMPLER_ARG: share = '' } = environment;
  const ratio = share === '' || Number.isNaN(Number(share)) ? ALL : Number(share);
  const roots: Record<string, () => Sampler> = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const bare = roots[named];
  if (bare) return bare();
  const root = roots[named.replace(/^parentbased_/, '')] ?? roots['always_on']!;
  return new ParentBasedSampler({ root: root() });
}
