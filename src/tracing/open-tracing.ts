import { setTimeout as delay } from 'node:timers/promises';
import { context, diag, DiagLogLevel, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { BullMQOtel } from 'bullmq-otel';
import packageJson from '../../package.json' with { type: 'json' };
import type { Environment } from '../config/environment.ts';
import { samplerOf } from './sampler.ts';
import type { Tracing } from './start-tracing.ts';

const NAME = 'newsrelay';
// A collector that is away would be tried again for longer than a pass takes.
const PARTING_MS = 3_000;

/** Each thing once: a collector that is away fails every few seconds. */
function once(tell: (reason: string) => void): (reason: string) => void {
  const told = new Set<string>();
  return (reason) => {
    if (told.has(reason)) return;
    told.add(reason);
    tell(reason);
  };
}

/** Sends spans by OTLP over HTTP to where the variables of OpenTelemetry say. */
export function openTracing(
  environment: Environment,
  onTrouble: (reason: string) => void,
): Tracing {
  const tell = once(onTrouble);
  const quiet = () => {};
  const logger = { error: tell, warn: tell, info: quiet, debug: quiet, verbose: quiet };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  const own = { 'service.name': NAME, 'service.version': packageJson.version };
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes(own))
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: samplerOf(environment),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  trace.setGlobalTracerProvider(provider);
  return {
    telemetry: new BullMQOtel({ tracerName: NAME, version: packageJson.version }),
    async [Symbol.asyncDispose]() {
      const sent = provider.shutdown().then(
        () => 'sent',
        (error: unknown) => tell(String(error)),
      );
      const late = delay(PARTING_MS, 'late', { ref: false });
      if ((await Promise.race([sent, late])) === 'late') {
        tell(`the last spans were not taken within ${PARTING_MS / 1_000} s`);
      }
      for (const api of [trace, context, propagation, diag]) api.disable();
    },
  };
}
