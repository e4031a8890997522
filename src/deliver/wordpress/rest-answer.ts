/** What a site answered. `noise` is what something on it printed before or after the answer itself. */
export interface RestAnswer {
  value: unknown;
  noise?: string;
}

/** Notices of PHP hold braces of their own; so many places where the answer might begin are looked at. */
const MOST_BEGINNINGS = 200;

/**
 * Reads the JSON of an answer past a byte order mark, and past notices that PHP or a plugin prints around
 * it. Undefined when there is none: a page with scripts in it is no answer.
 */
export function readRestAnswer(body: Uint8Array): RestAnswer | undefined {
  const text = new TextDecoder().decode(body).trim();
  const whole = parsedAnswer(text);
  if (whole !== undefined) return { value: whole };
  return afterNotices(text) ?? beforeNotices(text);
}

function afterNotices(text: string): RestAnswer | undefined {
  let looked = 0;
  for (const { index } of text.matchAll(/[[{]/g)) {
    if (looked >= MOST_BEGINNINGS) return undefined;
    looked += 1;
    const value = parsedAnswer(text.slice(index));
    if (value !== undefined) return { value, noise: text.slice(0, index).trim() };
  }
  return undefined;
}

function beforeNotices(text: string): RestAnswer | undefined {
  if (!/^[[{]/.test(text)) return undefined;
  for (let end = text.length, looked = 0; looked < MOST_BEGINNINGS; looked += 1) {
    end = Math.max(text.lastIndexOf('}', end - 1), text.lastIndexOf(']', end - 1));
    if (end <= 0) return undefined;
    const value = parsedAnswer(text.slice(0, end + 1));
    if (value !== undefined) return { value, noise: text.slice(end + 1).trim() };
  }
  return undefined;
}

/** Objects and lists only: a page that says `true` or `0` answers nothing. */
function parsedAnswer(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** WordPress's errors are `{code, message, data}`. */
export interface RestFailure {
  code: string;
  message: string;
}

export function failureOf(value: unknown): RestFailure | undefined {
  if (typeof value !== 'object' || value === null || !('code' in value)) return undefined;
  if (typeof value.code !== 'string') return undefined;
  const message = 'message' in value && typeof value.message === 'string' ? value.message : '';
  return { code: value.code, message };
}
