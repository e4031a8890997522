/** One HTTP exchange as the rest of the program asks for it. */
export interface FetchRequest {
  url: string;
  /** Sets the Accept header, the body cap and the content types that are let through. */
  kind: 'feed' | 'page' | 'robots' | 'any';
  /** Extra request headers, lower-case names; validators go here. */
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

export interface Redirect {
  status: number;
  from: string;
  to: string;
}

/** A complete answer: the body is whole, decoded from its content coding and under the cap. */
export interface FetchResponse {
  status: number;
  /** After redirects. */
  url: string;
  redirects: Redirect[];
  /** Lower-case names; repeated headers joined with ", ". */
  headers: Record<string, string>;
  body: Uint8Array;
}

/**
 * The only door to the network. Resolves for every HTTP status; throws `TransientError` for network
 * trouble and time-outs, `PermanentError` for what can never work (refused address, too large, too
 * many redirects). Error messages name the URL without its credentials.
 */
export type Fetch = (request: FetchRequest) => Promise<FetchResponse>;
