/** What a person can do about a failure, and a command to begin with. */
export interface Mend {
  mend: string;
  paste?: string;
}

const live = (id: string): string => `newsrelay check --live ${id}`;

// By the code of the failure; the first that matches.
const MENDS: [codes: RegExp, mend: string][] = [
  [/^dns$/, 'look for a typing mistake in the host name, then whether the name still exists'],
  [
    /^(?:connect|timeout)$/,
    'the server is down, slow, or blocks this network; it is asked again by itself',
  ],
  [/^tls$/, 'its certificate is the publisher’s to mend'],
  [/^address-refused$/, 'the reason says which setting lets it through, if it is meant'],
  [
    /^robots-disallowed$/,
    'ask the publisher; with their consent write politeness: { robots: ignore } for this source',
  ],
  [
    /^robots-unreachable$/,
    'nothing is fetched from a site whose robots.txt cannot be had; it is asked for again every hour',
  ],
  [
    /^credential-refused$/,
    'put a credential that the source takes into the variable named in the cause, and restart',
  ],
  [
    /^credential-withheld$/,
    'where the host is the source’s own, name it under hosts of its request',
  ],
  [/^http-(?:401|407)$/, 'mend the name and password in the feed’s address'],
  [
    /^http-(?:402|403|451)$/,
    'the publisher does not let us in: ask them, or look for another feed with newsrelay discover',
  ],
  [/^http-(?:404|410)$/, 'look for the feed’s new address with newsrelay discover'],
  [/^http-429$/, 'it is asked too often: write a longer schedule or politeness.spacing'],
  [/^http-5/, 'the site is in trouble; it is asked again by itself'],
  [/^not-a-feed$/, 'look at what the address answers, and for the feed with newsrelay discover'],
];

export function mendOf(code: string, sourceId: string): Mend {
  const found = MENDS.find(([codes]) => codes.test(code));
  return { mend: found?.[1] ?? 'try it by hand', paste: live(sourceId) };
}
