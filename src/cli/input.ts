import { readFile } from 'node:fs/promises';
import { addAbortSignal } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { PermanentError } from '../errors.ts';
import { printableUrl } from '../printable-url.ts';
import { credentialTrouble } from '../http/credential-trouble.ts';
import type { Fetch, FetchRequest } from '../http/fetch.ts';
import type { Terminal } from './terminal.ts';

/** A document named on the command line, wherever it came from. */
export interface Input {
  bytes: Uint8Array;
  /** Empty unless it was fetched. */
  headers: Record<string, string>;
  /** After redirects; undefined for files and standard input. */
  url?: string;
}

/** Reads an address, a file or `-` for standard input. */
export async function readInput(
  name: string,
  kind: FetchRequest['kind'],
  { stdin, signal }: Pick<Terminal, 'stdin' | 'signal'>,
  fetch: Fetch,
): Promise<Input> {
  if (name === '-') return { bytes: await buffer(addAbortSignal(signal, stdin)), headers: {} };
  if (/^https?:\/\//i.test(name)) {
    const response = await fetch({ url: name, kind, signal });
    if (response.status !== 200) {
      const trouble = credentialTrouble(response);
      const told = trouble ? `: ${trouble.message}` : ` answered with status ${response.status}`;
      throw new PermanentError('http-status', `${printableUrl(name)}${told}`);
    }
    return { bytes: response.body, headers: response.headers, url: response.url };
  }
  try {
    return { bytes: await readFile(name), headers: {} };
  } catch (error) {
    throw new PermanentError('no-such-file', `cannot read ${name}; give an address, a file or -`, {
      cause: error,
    });
  }
}
