import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  cidr,
  cronPattern,
  cssSelector,
  httpUrl,
  identifier,
  languageTag,
  redisUrl,
  regularExpression,
  text,
  timeZone,
  userAgent,
} from '../../../src/config/checks.ts';
import { webhookSecret } from '../../../src/config/destinations.ts';

const toldOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message);

const SECRET = `whsec_${Buffer.alloc(24).toString('base64')}`;

test.each<[string, z.ZodType, string, string]>([
  ['text', text, ' \n', 'is empty; write some text or leave the key out'],
  [
    'an identifier',
    identifier,
    'Fox',
    'is not an identifier; write lower-case letters, digits and hyphens, such as fox-news',
  ],
  [
    'a web address',
    httpUrl,
    'ftp://a.example/',
    'is not a web address; write it whole, such as https://news.example/feed.xml',
  ],
  [
    'a language',
    languageTag,
    'english',
    'is not a language tag; write a BCP 47 tag, such as en, pt-BR or zh-Hant',
  ],
  [
    'a Redis address',
    redisUrl,
    'http://a.example',
    'is not a Redis address; write redis://host:6379, rediss://host:6379 for TLS, the path of a Unix socket, several addresses of a cluster separated by commas, sentinel://host:26379,host:26379/master-name, or nothing at all',
  ],
  [
    'a time zone',
    timeZone,
    'Manila',
    'is not a time zone; write an IANA name, such as Asia/Manila or UTC',
  ],
  [
    'a cron pattern',
    cronPattern,
    '* * * *',
    'is not a cron pattern; write five fields: minute hour day month weekday, such as "*/10 * * * *"',
  ],
  [
    'an address range',
    cidr,
    '10.0.0.0',
    'is not an address range; write it in CIDR form, such as 10.0.0.0/8',
  ],
  [
    'a regular expression',
    regularExpression,
    '(a',
    'is not a regular expression; check its brackets and write escapes as JavaScript does, such as (\\d+)',
  ],
  [
    'a pattern in linear time',
    regularExpression,
    '(?=a)b',
    'is a regular expression that cannot run in linear time; write it without look-around and back references',
  ],
  [
    'a selector',
    cssSelector,
    'p[',
    'is not a CSS selector; check its brackets and quotes, such as article .body > p',
  ],
  [
    'a selector for pages',
    cssSelector,
    'p:hovr',
    'uses what pages cannot be searched by; write plain selectors with :not(), :is(), :has(), :contains(), :first-child, :nth-child() or their kin',
  ],
  [
    'a product',
    userAgent,
    '1.0 (+https://a.example/bot)',
    'must begin with a product name of letters and hyphens, such as newsrelay/1.0',
  ],
  [
    'a contact',
    userAgent,
    'newsrelay/1.0',
    'names no contact; add where publishers can reach you, such as (+https://site.example/bot)',
  ],
  [
    'plain ASCII',
    userAgent,
    'newsrelay/1.0 (+https://a.example/bot) ü',
    'holds characters that HTTP headers cannot carry; write plain ASCII',
  ],
  [
    'a secret',
    webhookSecret,
    SECRET.slice(0, -1),
    'is not a webhook secret; write whsec_ and 24 to 64 random bytes in base64',
  ],
])('what is no %s is told with what to write', (_what, schema, value, told) => {
  expect(toldOf(schema, value)).toEqual([told]);
});

describe('what is right', () => {
  test.each<[z.ZodType, string]>([
    [text, 'a'],
    [identifier, '7-seas'],
    [httpUrl, 'http://a.example'],
    [httpUrl, 'https://a.example'],
    [languageTag, 'fil'],
    [languageTag, 'zh-Hant-TW'],
    [redisUrl, ''],
    [redisUrl, '/run/redis.sock'],
    [timeZone, 'Asia/Manila'],
    [timeZone, 'Asia/Manila'],
    [cronPattern, ' */10 * * * * '],
    [cidr, 'fd00::/8'],
    [regularExpression, '(\\d+)'],
    [cssSelector, 'article .body > p:not(.x)'],
    [userAgent, 'newsrelay (+https://a.example/bot)'],
    [userAgent, 'news-relay/1.0 (desk@a.example)'],
    [webhookSecret, SECRET],
  ])('is taken: %#', (schema, value) => {
    expect(toldOf(schema, value)).toBeUndefined();
  });
});

test('a setting that is left out is missing, one of another kind is wrong, both with what to write', () => {
  const mend = 'write lower-case letters, digits and hyphens, such as fox-news';
  expect(toldOf(identifier, undefined)).toEqual([`is missing; ${mend}`]);
  expect(toldOf(identifier, 7)).toEqual([`is not an identifier; ${mend}`]);
});

test('a cron pattern has five fields, not six', () => {
  expect(toldOf(cronPattern, '* * * * * *')).toHaveLength(1);
});
