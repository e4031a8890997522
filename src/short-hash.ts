import { hash } from 'node:crypto';

/** Short, stable name of a text of any length: 16 characters of base64url, 96 bits of SHA-256. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 16);
}
