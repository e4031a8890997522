import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from '../../support/commands/in-process.ts';

const HEAD = 'http: { userAgent: "harbourbot/1.0 (+https://desk.harbour-news.org/bot)" }\n';
const SOURCE = `${HEAD}sources:
  - id: quay
    name: Quay Daily
    feeds: [https://quay.harbour-news.org/feed.xml]
`;
const WORDPRESS = (address: string) =>
  `${SOURCE}destinations:\n  - { type: wordpress, name: blog, url: '${address}', username: desk, password: '\${BLOG_PW:-x}' }\n`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsrelay-wrong-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What `newsrelay check` says of a config, without the file's own name. */
async function check(text: string, ...args: string[]) {
  const file = join(folder, 'newsrelay.yaml');
  await writeFile(file, text);
  const { status, stdout, stderr } = await runInProcess(['--config', file, 'check', ...args]);
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.endsWith('was started'));
  return { status, stdout, told: lines.map((line) => line.replaceAll(`${file}:`, '')) };
}

describe('a wrong config is refused with the place, the cause and the mend of', () => {
  test.each([
    [
      'a setting in the singular',
      HEAD + 'source: []\n',
      ['2:1: source is no setting; did you mean sources?'],
    ],
    [
      'a list’s name in the singular',
      SOURCE.replace('feeds:', 'feed:'),
      ['5:5: sources[0].feed is no setting; did you mean feeds?'],
    ],
    [
      'one value where a list belongs',
      SOURCE.replace(/\[(.*)\]/, '$1'),
      [
        '5:12: sources[0].feeds is text where a list belongs; write [a, b], or one item a line, each after "- "',
      ],
    ],
    ['a tab', SOURCE.replace('    name', '\tname'), ['4:1: is indented with a tab; use spaces']],
    [
      'a duration in words',
      `${SOURCE}    schedule: 20 minutes\n`,
      ['6:15: sources[0].schedule is not a schedule; write 20m'],
    ],
    [
      'a duration in words elsewhere',
      `${SOURCE}    recheck: [90 sec, 2 Hours]\n`,
      [
        '6:15: sources[0].recheck[0] is not a duration; write 90s',
        '6:23: sources[0].recheck[1] is not a duration; write 2h',
      ],
    ],
    [
      'a bare cron pattern',
      `${SOURCE}    schedule: "5 6-22 * * 1-5"\n`,
      [
        '6:15: sources[0].schedule is not a schedule; write { cron: "5 6-22 * * 1-5", timezone: UTC }, with your own time zone',
      ],
    ],
    [
      'a cron pattern without quotes',
      `${SOURCE}    schedule:\n      cron: */20 * * * *\n`,
      ['7:13: begins with "*", which YAML keeps for itself; put the whole value in quotes'],
    ],
    [
      'a zone by its abbreviation',
      `${SOURCE}    schedule: { cron: "0 6 * * *", timezone: CEST }\n`,
      [
        '6:46: sources[0].schedule.timezone is not a time zone; write an IANA name, such as Asia/Manila or UTC',
      ],
    ],
    [
      'full text without a licence',
      `${SOURCE}    republish: full\n`,
      [
        '6:16: sources[0].republish is full but the source has no licence; add licence: { basis, reference }, or write excerpt or link',
      ],
    ],
    [
      'an id with blanks and an address without its scheme',
      SOURCE.replace('id: quay', 'id: Quay Daily').replace('https://quay.', 'quay.'),
      [
        '3:9: sources[0].id is not an identifier; write lower-case letters, digits and hyphens, such as fox-news',
        '5:13: sources[0].feeds[0] is not a web address; write it whole, such as https://news.example/feed.xml',
      ],
    ],
    [
      'a selector with a bracket that stays open',
      `${SOURCE}    article: { body: "main[class=text" }\n`,
      [
        '6:22: sources[0].article.body is not a CSS selector; check its brackets and quotes, such as article .body > p',
      ],
    ],
    [
      'one id twice',
      `${SOURCE}  - { id: quay, name: Quay Weekly, feeds: [https://quay.harbour-news.org/weekly.xml] }\n`,
      ["6:11: sources[1].id is another source's id too, at 3:9; give each its own"],
    ],
    [
      'settings that belong one level further in',
      `${SOURCE}    body: .text\n    timezone: Europe/Lisbon\n`,
      [
        '6:5: sources[0].body is no setting here; did you mean article.body?',
        '7:5: sources[0].timezone is no setting here; did you mean schedule.timezone?',
      ],
    ],
    [
      'settings of a source at the top',
      `${SOURCE}userAgent: x\nrecheck: [1h]\n`,
      [
        '6:1: userAgent is no setting here; did you mean http.userAgent?',
        '7:1: recheck is no setting here; did you mean defaults.recheck or sources[].recheck?',
      ],
    ],
    [
      'the address of WordPress’s interface',
      WORDPRESS('https://blog.harbour-news.org/wp-json/'),
      [
        '7:41: destinations[0].url is an address within the site; write the site’s own, without /wp-json, /wp-admin and what follows them',
      ],
    ],
    [
      'the address of WordPress’s log-in, in a folder',
      WORDPRESS('https://harbour-news.org/blog/wp-login.php?x=1'),
      [expect.stringContaining('is an address within the site')],
    ],
    [
      'a slip in a choice',
      `${SOURCE}destinations: [{ type: web-hook, name: partner }]\n`,
      [
        '6:24: destinations[0].type is none of the choices; write queue, wordpress, webhook, directory or feed',
      ],
    ],
    [
      'an item whose keys do not line up',
      SOURCE.replace('    feeds', '   feeds'),
      ['5:1: is indented less than the keys of its list item; line it up with them'],
    ],
    [
      'an address where settings belong',
      `${SOURCE}redis: redis://localhost:6379\n`,
      [
        '6:8: redis is text where a map of settings belongs; write its settings, such as { url: … }',
      ],
    ],
    [
      'a port where settings belong',
      `${SOURCE}web: 8790\n`,
      [
        '6:6: web is not the page’s settings; write { listen: "127.0.0.1:8790" }, or false for no page',
      ],
    ],
    [
      'a text with a colon',
      SOURCE.replace('Quay Daily', 'Quay: Daily'),
      ['4:11: has ": " within a text; put the whole value in quotes'],
    ],
    [
      'a colon without its blank',
      SOURCE.replace('id: quay', 'id:quay'),
      ['3:5: is no setting with a value; write name: value, with a space after the colon'],
    ],
    [
      'a quote that stays open',
      SOURCE.replace('Quay Daily', '"Quay Daily'),
      ['4:11: opens a quote that is never closed; close it'],
    ],
    [
      'a bracket that stays open',
      SOURCE.replace(']', ''),
      ['5:12: opens a bracket that is never closed; close it, or put a text with "#" in quotes'],
    ],
    ['no settings at all', '', ['1:1: holds no settings; see the README for an example']],
    ['no source', HEAD, ['1:1: sources lists no source; add one, or include: [sources/*.yaml]']],
    [
      'a choice in capitals, and a word for true',
      `${SOURCE}    republish: Link\n    enabled: on\n`,
      [
        '6:16: sources[0].republish is none of the choices; write full, excerpt or link',
        '7:14: sources[0].enabled is text where true or false belongs; write true or false',
      ],
    ],
    [
      'a setting of another program',
      `${SOURCE}    blocklist: [sport]\n`,
      [
        expect.stringMatching(
          /^6:5: sources\[0\]\.blocklist is no setting here; the settings are id, /,
        ),
      ],
    ],
  ])('%s', async (_what, text, told) => {
    expect(await check(text)).toMatchObject({ status: 2, told });
  });
});

test('secrets that stand in the file are told, and those of the environment are not', async () => {
  const text = `redis: { url: 'redis://:reef@localhost:6379' }
web: { token: 0123456789abcdef }
alerts: { to: [{ type: email, url: 'smtp://desk:reef@mail.harbour-news.org', to: [a@harbour-news.org] }] }
${SOURCE.replace('https://quay', 'https://reader:reef@quay')}destinations:
  - { type: webhook, name: own, url: 'https://own.harbour-news.org', secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], headers: { X-Api-Key: reef, Accept: text/html } }
  - { type: webhook, name: kept, url: 'https://kept.harbour-news.org', secrets: ['\${HOOK:-whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw}'] }
`;
  const { status, told, stdout } = await check(text);
  expect(status).toBe(0);
  const secrets = told.filter((line) => line.includes('holds a secret in the file'));
  expect(secrets.map((line) => line.replace(/ holds.*/, ''))).toEqual([
    'warning: 1:15: redis.url',
    'warning: 2:15: web.token',
    'warning: 3:36: alerts.to[0].url',
    'warning: 8:13: sources[0].feeds[0]',
    'warning: 10:80: destinations[0].secrets[0]',
    'warning: 10:145: destinations[0].headers.X-Api-Key',
  ]);
  expect(stdout + told.join('\n')).not.toMatch(/reef/);
});

test('who asks for JSON gets a config’s mistakes as JSON, also where a live source is named', async () => {
  const { status, stdout } = await check(HEAD + 'sources: x\n', '--live', 'quay', '--json');
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ path: 'sources' }] });
});
