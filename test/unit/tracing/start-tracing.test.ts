import { expect, test } from 'vitest';
import { exportersOf, startTracing } from '../../../src/tracing/start-tracing.ts';

const ENDPOINT = 'http://127.0.0.1:4318';

test.each([
  [{}, []],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, []],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT }, ['otlp']],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${ENDPOINT}/v1/traces` }, ['otlp']],
  [{ OTEL_TRACES_EXPORTER: 'otlp' }, ['otlp']],
  [{ OTEL_TRACES_EXPORTER: 'none', OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT }, []],
  [{ OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT }, []],
  [{ OTEL_TRACES_EXPORTER: 'zipkin, otlp' }, ['zipkin', 'otlp']],
])('the variables %j ask for the exporters %j', (environment, exporters) => {
  expect(exportersOf(environment)).toEqual(exporters);
});

test('an exporter that is not known is told, and nothing is traced', async () => {
  const told: string[] = [];
  const environment = { OTEL_TRACES_EXPORTER: 'zipkin', OTEL_EXPORTER_OTLP_ENDPOINT: ENDPOINT };
  expect(await startTracing(environment, (reason) => told.push(reason))).toBeUndefined();
  expect(told).toEqual([expect.stringMatching(/names zipkin; only otlp is known here/)]);
});
