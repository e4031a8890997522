/** The job can never succeed as it stands: no retry, straight to the failed jobs with its reason. */
export class PermanentError extends Error {
  override name = 'PermanentError';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Something outside went wrong and may pass: retry with backoff, counting an attempt. */
export class TransientError extends Error {
  override name = 'TransientError';
  readonly code: string;
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Not now: run the job again at `untilMs` (epoch milliseconds) without counting an attempt. */
export class ThrottledError extends Error {
  override name = 'ThrottledError';
  readonly code: string;
  readonly untilMs: number;
  constructor(code: string, message: string, untilMs: number, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.untilMs = untilMs;
  }
}
