import { matchesPattern, normalisePattern, withCapitalOctets } from '../path-pattern.ts';
import { MOST_STATEMENTS, statement, type TermsStatement } from '../terms/statement.ts';

/** RFC 9309: what a site's robots.txt says to one crawler. */
export interface RobotsRules {
  rules: RobotsRule[];
  /** `Crawl-delay`, which is not in the RFC but is what small sites have; null when absent or no number. */
  crawlDelayMs: number | null;
  /** What the file states about reuse: `Content-Signal`, `Content-Usage` and RSL's `License`. */
  statements: TermsStatement[];
}

export interface RobotsRule {
  allow: boolean;
  /** Normalised: percent-encoded in capitals, runs of `*` made one. */
  pattern: string;
}

/** RFC 9309 section 2.5: what lies beyond is not read. */
const MAX_ROBOTS_BYTES = 500 * 1024;

/** For whom a group of lines speaks, and what stands before any of them. */
const newGroup = (): RobotsRules => ({ rules: [], crawlDelayMs: null, statements: [] });

/**
 * Reads the rules for one product token; those for `*` when no group names it. Linear in the size of
 * the file, whatever it holds: an HTML page is a file without rules.
 */
export function parseRobots(body: Uint8Array, productToken: string): RobotsRules {
  const token = productToken.toLowerCase();
  const named = newGroup();
  const everybody = newGroup();
  const wholeSite: TermsStatement[] = [];
  let isNamed = false;
  let current: RobotsRules[] = [];
  let hasGroups = false;
  let isAmongAgents = false;
  for (const { key, value } of readLines(body)) {
    if (key === 'user-agent') {
      // Consecutive user-agent lines share a group; only a rule ends their row (section 2.2.1).
      if (!isAmongAgents) current = [];
      isAmongAgents = true;
      hasGroups = true;
      const agent = agentToken(value);
      if (agent === token) isNamed = true;
      const group = agent === '*' ? everybody : agent === token ? named : null;
      if (group !== null && !current.includes(group)) current.push(group);
    } else if (key === 'allow' || key === 'disallow') {
      isAmongAgents = false;
      if (value === '') continue;
      const rule = { allow: key === 'allow', pattern: normalisePattern(value) };
      for (const group of current) group.rules.push(rule);
    } else if (key === 'crawl-delay') {
      const delayMs = crawlDelay(value);
      for (const group of current) group.crawlDelayMs = longer(group.crawlDelayMs, delayMs);
    } else if (value === '') {
      continue;
    } else if (key === 'license' || !hasGroups) {
      // RSL 1.0: a licence is tied to no crawler, wherever its line stands.
      wholeSite.push(...preference(key, value));
    } else {
      for (const group of current) group.statements.push(...preference(key, value));
    }
  }
  const ours = isNamed ? named : everybody;
  return { ...ours, statements: [...wholeSite, ...ours.statements].slice(0, MOST_STATEMENTS) };
}

/** `Content-Usage: /archive/ train-ai=n`: the path may be left out (draft-ietf-aipref-attach). */
function preference(signal: string, value: string): TermsStatement[] {
  const space = value.search(/\s/);
  const about = value.startsWith('/') && space !== -1 ? value.slice(0, space) : '';
  const said = value.slice(about.length).trim();
  // RSL calls its line by what it is in other formats too: a reference to terms.
  const name = signal === 'license' ? 'rsl' : signal;
  return statement({ signal: name, value: said, where: 'robots.txt' }, about);
}

/**
 * Section 2.2.2: the longest matching rule decides, `Allow` where two are equally long.
 *
 * @param target path and query as they are requested, percent-encoded: `url.pathname + url.search`.
 */
export function isAllowed({ rules }: Pick<RobotsRules, 'rules'>, target: string): boolean {
  if (target === '/robots.txt') return true;
  const path = withCapitalOctets(target);
  let longest = 0;
  let allowed = true;
  for (const { allow, pattern } of rules) {
    const decides = pattern.length > longest || (pattern.length === longest && allow && !allowed);
    if (decides && matchesPattern(pattern, path)) {
      longest = pattern.length;
      allowed = allow;
    }
  }
  return allowed;
}

/** The name by which robots.txt files address us: `newsrelay` of `newsrelay/1.0 (+https://…)`. */
export function productToken(userAgent: string): string {
  const compatible = /\(compatible; *([A-Za-z_-]+)/.exec(userAgent)?.[1];
  return compatible ?? /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? '*';
}

const KEY_NAMES = new Map([
  ['user-agent', 'user-agent'],
  ['useragent', 'user-agent'],
  ['user agent', 'user-agent'],
  ['allow', 'allow'],
  ['disallow', 'disallow'],
  // Misspellings that occur often enough for Google to read them.
  ['dissallow', 'disallow'],
  ['dissalow', 'disallow'],
  ['disalow', 'disallow'],
  ['diasllow', 'disallow'],
  ['disallaw', 'disallow'],
  ['crawl-delay', 'crawl-delay'],
  ['crawldelay', 'crawl-delay'],
  ['content-signal', 'content-signal'],
  ['content-signals', 'content-signal'],
  ['content-usage', 'content-usage'],
  ['license', 'license'],
  ['licence', 'license'],
]);

function* readLines(body: Uint8Array): Generator<{ key: string; value: string }> {
  // The decoder takes the byte order mark away and tells UTF-16 by it.
  const isUtf16 = (body[0] === 0xff && body[1] === 0xfe) || (body[0] === 0xfe && body[1] === 0xff);
  const encoding = isUtf16 ? (body[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  const text = new TextDecoder(encoding).decode(body.subarray(0, MAX_ROBOTS_BYTES));
  for (const line of text.split(/[\r\n]+/)) {
    const comment = line.indexOf('#');
    const content = (comment === -1 ? line : line.slice(0, comment)).trim();
    const colon = content.indexOf(':');
    const end = colon === -1 ? content.search(/\s/) : colon;
    // No name is longer than a dozen letters: a line of prose need not be looked at further.
    if (end <= 0 || end > 40) continue;
    const key = KEY_NAMES.get(content.slice(0, end).trim().toLowerCase());
    if (key === undefined) continue;
    const value = content.slice(end + 1).trim();
    // Without a colon only two words make a line: more are prose.
    if (colon !== -1 || !/\s/.test(value)) yield { key, value };
  }
}

/** Lower case; cut where a product token ends, so that `Foo Bot/1.1` names `foo`. */
function agentToken(value: string): string {
  if (/^\*(?:\s|$)/.test(value)) return '*';
  return /^[A-Za-z_-]*/.exec(value)?.[0].toLowerCase() ?? '';
}

function crawlDelay(value: string): number | null {
  const seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(value) ? Number(value) : Number.NaN;
  return Number.isNaN(seconds) ? null : Math.round(seconds * 1_000);
}

function longer(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
