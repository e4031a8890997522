import { parse as parseSelector } from 'css-what';
import { CronExpressionParser } from 'cron-parser';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

function attempt(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}

const checked = (test: (text: string) => unknown, message: string) =>
  z.string().refine((text) => attempt(() => test(text)), message);

export const httpUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'is not a web address; write it whole, such as https://news.example/feed.xml',
  );

export const timeZone = checked(
  (zone) => new Intl.DateTimeFormat('en', { timeZone: zone }),
  'is not a time zone; write an IANA name, such as Asia/Manila or UTC',
);

export const cronPattern = checked((pattern) => {
  if (pattern.trim().split(/\s+/).length !== 5) throw new Error('five fields');
  CronExpressionParser.parse(pattern);
}, 'is not a cron pattern; write five fields: minute hour day month weekday, such as "*/10 * * * *"');

export const cidr = checked(
  (range) => ipaddr.parseCIDR(range),
  'is not an address range; write it in CIDR form, such as 10.0.0.0/8',
);

export const regularExpression = checked(
  (pattern) => new RegExp(pattern, 'u'),
  'is not a regular expression; check its brackets and escapes',
);

export const cssSelector = checked(
  (selector) => parseSelector(selector),
  'is not a CSS selector; check its brackets and quotes',
);
