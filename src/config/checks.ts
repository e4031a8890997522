import { linearPattern } from './linear-pattern.ts';
import { CronExpressionParser } from 'cron-parser';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { selectorFault } from './css-selector.ts';
import { parseRedisAddress } from './redis-address.ts';

/** What to write instead: always the same, or made of the text that was written. */
export type TextMend = string | ((written: string) => string);

/**
 * Text of a certain form. `wrong` and `mend` continue the sentence "<setting> …"; neither quotes a value
 * that may be a secret from the environment. A wrong text aborts, so that checks over several settings
 * meet only values that are sound by themselves.
 */
export function checkedText(isRight: (value: string) => boolean, wrong: string, mend: TextMend) {
  const mendOf = typeof mend === 'string' ? () => mend : mend;
  return z
    .string({
      error: ({ input }) =>
        input === undefined ? `is missing; ${mendOf('')}` : `${wrong}; ${mendOf('')}`,
    })
    .refine((value) => passes(() => isRight(value)), {
      error: ({ input }) => `${wrong}; ${mendOf(String(input))}`,
      abort: true,
    });
}

export function passes(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}

const hasProtocol = (address: string, protocols: string[]) =>
  protocols.includes(new URL(address).protocol);

/** Text that must say something. */
export const text = z.string().regex(/\S/, 'is empty; write some text or leave the key out');

/** Names things in commands, job ids and Redis keys. */
export const identifier = checkedText(
  (name) => /^[a-z0-9][a-z0-9-]*$/.test(name),
  'is not an identifier',
  'write lower-case letters, digits and hyphens, such as fox-news',
);

export const httpUrl = checkedText(
  (address) => hasProtocol(address, ['http:', 'https:']),
  'is not a web address',
  'write it whole, such as https://news.example/feed.xml',
);

export const languageTag = checkedText(
  (tag) => /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(tag),
  'is not a language tag',
  'write a BCP 47 tag, such as en, pt-BR or zh-Hant',
);

export const redisUrl = checkedText(
  (address) => address === '' || parseRedisAddress(address) instanceof Object,
  'is not a Redis address',
  'write redis://host:6379, rediss://host:6379 for TLS, the path of a Unix socket, several addresses of a cluster separated by commas, sentinel://host:26379,host:26379/master-name, or nothing at all',
);

// A formatter takes a quarter of a millisecond to build, and thousands of sources share a few zones.
const knownZones = new Set<string>();

function isTimeZone(zone: string): boolean {
  if (!knownZones.has(zone)) new Intl.DateTimeFormat('en', { timeZone: zone });
  knownZones.add(zone);
  return true;
}

export const timeZone = checkedText(
  isTimeZone,
  'is not a time zone',
  'write an IANA name, such as Asia/Manila or UTC',
);

/** @throws Error for what is no cron pattern */
export const isCronPattern = (pattern: string): boolean =>
  pattern.trim().split(/\s+/).length === 5 && CronExpressionParser.parse(pattern) instanceof Object;

export const cronPattern = checkedText(
  isCronPattern,
  'is not a cron pattern',
  'write five fields: minute hour day month weekday, such as "*/10 * * * *"',
);

export const cidr = checkedText(
  (range) => ipaddr.parseCIDR(range).length === 2,
  'is not an address range',
  'write it in CIDR form, such as 10.0.0.0/8',
);

const isPattern = (pattern: string): boolean => new RegExp(pattern, 'u') instanceof RegExp;

export const regularExpression = checkedText(
  isPattern,
  'is not a regular expression',
  'check its brackets and write escapes as JavaScript does, such as (\\d+)',
).pipe(
  checkedText(
    (pattern) => linearPattern(pattern).groups >= 0,
    'is a regular expression that cannot run in linear time',
    'write it without look-around and back references',
  ),
);

export const cssSelector = checkedText(
  (selector) => selectorFault(selector) !== 'syntax',
  'is not a CSS selector',
  'check its brackets and quotes, such as article .body > p',
).refine(
  (selector) => selectorFault(selector) === undefined,
  'uses what pages cannot be searched by; write plain selectors with :not(), :is(), :has(), :contains(), :first-child, :nth-child() or their kin',
);

/**
 * A User-Agent that a publisher can act on (RFC 9309 §2.2.1: its product token is what robots.txt
 * rules name), and that HTTP can carry (RFC 9110 §5.5: visible ASCII).
 */
export const userAgent = z
  .string()
  .regex(/^[\x20-\x7e]*$/, 'holds characters that HTTP headers cannot carry; write plain ASCII')
  .regex(
    /^[A-Za-z][A-Za-z_-]*(?:\/[\w.-]+)?(?:\s|$)/,
    'must begin with a product name of letters and hyphens, such as newsrelay/1.0',
  )
  .regex(
    /https?:\/\/\S+|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]+/,
    'names no contact; add where publishers can reach you, such as (+https://site.example/bot)',
  );
