import type { LoadedConfig } from '../config/load.ts';
import type { Source } from '../config/schema.ts';
import { credentialsOf } from '../http/credentials.ts';
import { checkSource, type SourceCheck } from '../operations/check-source.ts';
import { DONE, FAILED } from './command-line.ts';
import { courteousClient } from '../politeness/courteous-fetch.ts';
import { productToken } from '../politeness/robots.ts';
import { httpClientFor } from './http-client.ts';
import { print, type Terminal } from './terminal.ts';

const toldWith = (problems: readonly string[], text: string): string[] => [
  `${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${text}`,
  ...problems.map((problem) => `          ${problem}`),
];

/** What a visit found, line by line, each with what is wrong with it. */
export function checkLines({ feeds, pages, rules }: SourceCheck): string[] {
  const ofFeeds = feeds.map(({ url, problems, entries, newest }) => {
    const found = entries === undefined ? '' : `: ${entries} entries`;
    return toldWith(problems, `feed ${url}${found}${newest ? `, newest ${newest}` : ''}`);
  });
  const ofPages = pages.map(({ url, problems, title, paragraphs, confidence }) => {
    const found = title === undefined ? '' : `: “${title}”, ${paragraphs} paragraphs`;
    const sure = confidence === undefined ? '' : `, confidence ${confidence}`;
    return toldWith(problems, `page ${url}${found}${sure}`);
  });
  const ofRules = rules.map(({ rule, matched, tried }) => {
    const problem = 'matched nothing; the page’s text is found automatically until it is mended';
    const text = `rule article.${rule}: ${matched} of ${tried} pages`;
    return toldWith(matched === 0 ? [problem] : [], text);
  });
  return [...ofFeeds, ...ofPages, ...ofRules].flat();
}

/** Tries a source's feeds, test pages and rules on the live site; 1 when something failed. */
export async function checkLive(
  source: Source,
  config: LoadedConfig,
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  await using client = httpClientFor(config);
  const visitor = courteousClient(client.fetch, {
    userAgent: config.http.userAgent,
    spacingMs: source.politeness?.spacing ?? config.http.perHost.spacing,
    robots: source.politeness?.robots ?? 'obey',
    signal: terminal.signal,
    credentials: credentialsOf(source),
  });
  const check = await checkSource(
    source,
    { ...visitor, agent: productToken(config.http.userAgent) },
    Date.now,
  );
  if (json) print(terminal.stdout, JSON.stringify(check, null, 2));
  else print(terminal.stdout, checkLines(check).join('\n'));
  return check.isSound ? DONE : FAILED;
}
