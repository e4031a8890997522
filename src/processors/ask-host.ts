import type { Source } from '../config/schema.ts';
import { ThrottledError, TransientError } from '../errors.ts';
import type { FetchRequest, FetchResponse } from '../http/fetch.ts';
import type { Pipeline } from './pipeline.ts';

/**
 * Fetches within the host's budget. Throws `ThrottledError` when it is not our turn yet or the host
 * asks for patience, `TransientError` when the host is in trouble.
 */
export async function askHost(
  request: FetchRequest,
  _asker: { jobId: string; source: Source },
  pipeline: Pipeline,
): Promise<FetchResponse> {
  const response = await pipeline.fetch(request);
  if (response.status === 429 || response.status === 503) {
    throw new ThrottledError(
      'host-busy',
      `${request.url} asks for patience`,
      pipeline.now() + 60_000,
    );
  }
  if (response.status >= 500) {
    throw new TransientError(
      'server-error',
      `${request.url} answered with status ${response.status}`,
    );
  }
  return response;
}
