/** RFC 3339 in UTC, of epoch milliseconds. */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
