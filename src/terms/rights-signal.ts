/** A machine-readable wish of the publisher about reuse, wherever it was stated. */
export interface RightsSignal {
  /** Such as `robots`, `tdm-reservation`, `isAccessibleForFree`, `license`, `rsl`, `rights-notice`. */
  signal: string;
  value: string;
  /** Where it stood, such as `meta[name=robots]`, `X-Robots-Tag`, `JSON-LD`, `robots.txt`. */
  where: string;
  /** The crawler it speaks to, in lower case; absent where it speaks to everybody. */
  agent?: string;
}
