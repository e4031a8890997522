import { ThrottledError, TransientError } from '../errors.ts';
import type { Send, SendRequest, SendResponse } from '../http/send.ts';

const DEFAULT_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 86_400_000;

/** The destination as a whole cannot be reached or lets nobody in: no fault of the job's. */
export function unavailable(message: string, cause?: unknown): TransientError {
  return new TransientError('unavailable', message, { cause });
}

/** `send`, with network trouble told as unavailability. */
export async function reach(send: Send, request: SendRequest): Promise<SendResponse> {
  try {
    return await send(request);
  } catch (error) {
    if (error instanceof TransientError) throw unavailable(error.message, error);
    throw error;
  }
}

/**
 * Throws for the answers that mean the same everywhere: 429 and a 503 that names a time wait that long
 * (RFC 9110 §10.2.3), gateway errors are unavailability. Other statuses are the caller's to judge.
 */
export function throwIfBusy({ status, headers }: SendResponse, what: string, now: Date): void {
  const retryAfter = headers['retry-after'];
  if (status === 429 || (status === 503 && retryAfter !== undefined)) {
    throw new ThrottledError(
      'throttled',
      `${what} asked to wait (HTTP ${status})`,
      now.getTime() + retryAfterMs(retryAfter, now),
    );
  }
  if (status === 502 || status === 503 || status === 504) {
    throw unavailable(`${what} is down (HTTP ${status})`);
  }
}

/** Milliseconds from a Retry-After of seconds or an HTTP date, at most a day. */
export function retryAfterMs(value: string | undefined, now: Date): number {
  const text = value?.trim() ?? '';
  const wanted = /^\d{1,15}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now.getTime();
  if (Number.isNaN(wanted)) return DEFAULT_WAIT_MS;
  return Math.min(Math.max(wanted, 0), LONGEST_WAIT_MS);
}

/** The start of an answer's text, for error messages. */
export function startOf(body: Uint8Array): string {
  return Buffer.from(body.subarray(0, 200)).toString('utf8').replaceAll(/\s+/g, ' ').trim();
}
