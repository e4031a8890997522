import type { Telemetry } from 'bullmq';
import type { Environment } from '../config/environment.ts';

/** Traces of what the queues carry, while it is open. */
export interface Tracing extends AsyncDisposable {
  /** For every queue and worker. */
  telemetry: Telemetry;
}

const ENDPOINTS = ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'OTEL_EXPORTER_OTLP_ENDPOINT'];
const OTLP = 'otlp';

/** What the usual variables ask for: the exporters of traces by their names; none where nobody asked. */
export function exportersOf(environment: Environment): string[] {
  if (environment['OTEL_SDK_DISABLED']?.toLowerCase() === 'true') return [];
  const named = environment['OTEL_TRACES_EXPORTER'] ?? '';
  const hasEndpoint = ENDPOINTS.some((name) => (environment[name] ?? '') !== '');
  const wanted = named === '' && hasEndpoint ? OTLP : named;
  return wanted
    .split(',')
    .flatMap((name) => name.trim() || [])
    .filter((name) => name !== 'none');
}

/**
 * Starts what the variables of OpenTelemetry ask for (`OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_TRACES_EXPORTER` and their
 * kin); undefined, and nothing of it loaded, where they ask for nothing. `onTrouble` is told in words what keeps
 * traces from their collector; the work goes on without them.
 */
export async function startTracing(
  environment: Environment,
  onTrouble: (reason: string) => void,
): Promise<Tracing | undefined> {
  const exporters = exportersOf(environment);
  const unknown = exporters.filter((name) => name !== OTLP);
  if (unknown.length > 0) {
    onTrouble(`OTEL_TRACES_EXPORTER names ${unknown.join(', ')}; only otlp is known here, or none`);
  }
  if (!exporters.includes(OTLP)) return undefined;
  const { openTracing } = await import('./open-tracing.ts');
  return openTracing(environment, onTrouble);
}
