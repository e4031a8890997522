import type { Credentials } from './credentials.ts';
import type { Trail } from './redirect.ts';

/** One HTTP exchange as the rest of the program asks for it. */
export interface FetchRequest {
  url: string;
  /** Sets the Accept header, the body cap and the content types that are let through. */
  kind: 'feed' | 'page' | 'robots' | 'any';
  /** Extra request headers, lower-case names. They never leave the origin of `url`. */
  headers?: Record<string, string>;
  /**
   * Validators belong to the URL that issued them, which after a redirect is not `url`: these headers
   * are sent to exactly that URL, at whichever hop it is asked.
   */
  conditional?: { url: string; headers: Record<string, string> } | undefined;
  /** Sent at each hop to the origins that they name, and to no other. */
  credentials?: Credentials | undefined;
  /** `manual`: an answer that leads elsewhere is given as it is, for one who asks before it goes on. */
  redirect?: 'follow' | 'manual' | undefined;
  /** How the fetch came here; kept by the client, in the requests that its answers lead to. */
  trail?: Trail | undefined;
  signal?: AbortSignal | undefined;
}

export interface Redirect {
  status: number;
  from: string;
  to: string;
}

/**
 * A complete answer: the body is whole, decoded from its content coding and under the cap. Only a 2xx
 * answer has one; of any other the status and the headers say all there is to know.
 */
export interface FetchResponse {
  status: number;
  /** After redirects, without user, password and fragment. */
  url: string;
  redirects: Redirect[];
  /** Lower-case names; repeated headers joined with ", ", `X-Robots-Tag` with line feeds. */
  headers: Record<string, string>;
  body: Uint8Array;
  /** Of a request with credentials: whether who answered was sent them. */
  credential?: { isSent: boolean; variables: readonly string[] };
  /** What an answer leads to that was asked for with `redirect: 'manual'`; absent in a final one. */
  next?: FetchRequest | undefined;
}

/**
 * The only door to the network. Resolves for every HTTP status; throws `TransientError` for network
 * trouble and time-outs, `PermanentError` for what can never work (refused address, too large, too
 * many redirects). Error messages name the URL without its credentials.
 */
export type Fetch = (request: FetchRequest) => Promise<FetchResponse>;
