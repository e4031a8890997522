import { patternOfRows } from '../../pattern-rows.ts';

/** What signs the address of a picture or recording, and until when, in the words of those who sign. */
export const SIGNING_PARAMETERS = patternOfRows(
  [
    {
      name: 'cloud-storage',
      pattern: 'x-(?:amz|goog|oss|cos)-.*|key-pair-id|policy|hdnts|hdnea|__gda__',
      finds: [
        'X-Amz-Signature',
        'X-Goog-Date',
        'x-oss-process',
        'x-cos-security-token',
        'Key-Pair-Id',
        'Policy',
        'hdnts',
        'hdnea',
        '__gda__',
      ],
      passes: ['x-size-', 'policyholder'],
    },
    {
      name: 'shared-access-signature',
      pattern: 'st|se|sp|sv|sr|spr|skoid|sktid|ks',
      finds: ['st', 'se', 'sp', 'sv', 'sr', 'spr', 'skoid', 'sktid', 'ks'],
      passes: ['s', 'style'],
    },
    {
      name: 'end-of-validity',
      pattern: 'expires?|expiry|exp|e|validfrom|validto|ttl',
      finds: ['Expires', 'expiry', 'exp', 'e', 'validfrom', 'validto', 'ttl'],
      passes: ['expo', 'edition'],
    },
    {
      name: 'signature',
      pattern: 'signature|sig|sign|hmac|hash|token|tok|auth(?:_key)?|verify',
      finds: [
        'Signature',
        'sig',
        'sign',
        'hmac',
        'hash',
        'token',
        'tok',
        'auth',
        'auth_key',
        'verify',
      ],
      passes: ['signal', 'author'],
    },
    {
      name: 'moment',
      pattern: 'ts|t|time|timestamp',
      finds: ['ts', 't', 'time', 'timestamp'],
      passes: ['title', 'times'],
    },
    {
      name: 'against-caches',
      pattern: 'nonce|rand(?:om)?|cb|cachebuster|v|ver|version|_',
      finds: ['nonce', 'rand', 'random', 'cb', 'cachebuster', 'v', 'ver', 'version', '_'],
      passes: ['video', 'random-ferry'],
    },
    {
      name: 'social-networks',
      pattern: 'oh|oe|_nc_.*|ig_cache_key',
      finds: ['oh', 'oe', '_nc_ht', 'ig_cache_key'],
      passes: ['ohio', 'ig'],
    },
  ],
  'i',
  (any) => `^${any}$`,
);
