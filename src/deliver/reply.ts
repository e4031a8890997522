import { ThrottledError, TransientError } from '../errors.ts';
import { patienceMs } from '../http/status-meaning.ts';
import type { Send, SendRequest, SendResponse } from '../http/send.ts';

/** After a 429 that names no time. */
const DEFAULT_WAIT_MS = 60_000;

/** The destination cannot be reached, or answers as it would if nobody were let in. */
export function unavailable(message: string, cause?: unknown): TransientError {
  return new TransientError('unavailable', message, { cause });
}

/** `send`, with network trouble told as unavailability. */
export async function reach(send: Send, request: SendRequest): Promise<SendResponse> {
  try {
    return await send(request);
  } catch (error) {
    const wasStopped = request.signal?.aborted === true;
    if (error instanceof TransientError && !wasStopped) throw unavailable(error.message, error);
    throw error;
  }
}

/**
 * Throws for the answers that mean the same everywhere: 429 and a 503 that names a time wait that long
 * (RFC 9110 §10.2.3), gateway errors are unavailability. Other statuses are the caller's to judge.
 */
export function throwIfBusy(answer: SendResponse, what: string, now: Date): void {
  const { status } = answer;
  const waitMs = patienceMs(answer, now.getTime(), DEFAULT_WAIT_MS);
  if (waitMs !== undefined) {
    const code = status === 429 ? 'throttled' : 'unavailable';
    const message = `${what} asked to wait (HTTP ${status})`;
    throw new ThrottledError(code, message, now.getTime() + waitMs);
  }
  if (status === 502 || status === 503 || status === 504) {
    throw unavailable(`${what} is down (HTTP ${status})`);
  }
}

/** The start of an answer's text, for error messages. */
export function startOf(body: Uint8Array): string {
  return Buffer.from(body.subarray(0, 200)).toString('utf8').replaceAll(/\s+/g, ' ').trim();
}
