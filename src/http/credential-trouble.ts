import type { FetchResponse } from './fetch.ts';
import { meaningOf } from './status-meaning.ts';

/** That a source’s credentials let us in no more, with the mend; undefined for any other answer. */
export function credentialTrouble({
  status,
  url,
  credential,
}: Pick<FetchResponse, 'status' | 'url' | 'credential'>):
  | { code: string; message: string }
  | undefined {
  if (credential === undefined || meaningOf(status) !== 'refused') return undefined;
  const { isSent, variables } = credential;
  const named = variables.length === 0 ? 'under `request`' : `in ${variables.join(', ')}`;
  if (isSent) {
    const mend = `put one that it takes there and restart`;
    const message = `HTTP ${status}: the source refuses the credential ${named}; ${mend}`;
    return { code: 'credential-refused', message };
  }
  const { origin, host, protocol } = new URL(url);
  const mend = `write hosts: [${protocol === 'https:' ? host : origin}] under its request if that is the source’s own`;
  const message = `HTTP ${status}: ${host} did not get the credential ${named}, which goes to the hosts of the source alone; ${mend}`;
  return { code: 'credential-withheld', message };
}
