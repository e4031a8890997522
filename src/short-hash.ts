import { createHash } from 'node:crypto';

/** Short, stable name of a text of any length: 16 characters of base64url, 96 bits of SHA-256. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
