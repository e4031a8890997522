import type { LoadedConfig } from '../config/load.ts';
import type { Source } from '../config/schema.ts';
import { credentialsOf } from '../http/credentials.ts';
import { checkSource, type SourceCheck } from '../operations/check-source.ts';
import { DONE, FAILED } from './command-line.ts';
import { courteousClient } from '../politeness/courteous-fetch.ts';
import { productToken } from '../politeness/robots.ts';
import { httpClientFor } from './http-client.ts';
import { print, type Terminal } from './terminal.ts';

function printCheck({ feeds, pages, rules }: SourceCheck, { stdout }: Terminal): void {
  const line = (problems: string[], text: string) => {
    print(stdout, `${problems.length === 0 ? 'ok    ' : 'FAILED'}  ${text}`);
    for (const problem of problems) print(stdout, `          ${problem}`);
  };
  for (const { url, problems, entries, newest } of feeds) {
    const found = entries === undefined ? '' : `: ${entries} entries`;
    line(problems, `feed ${url}${found}${newest ? `, newest ${newest}` : ''}`);
  }
  for (const { url, problems, title, paragraphs, confidence } of pages) {
    const found = title === undefined ? '' : `: “${title}”, ${paragraphs} paragraphs`;
    const sure = confidence === undefined ? '' : `, confidence ${confidence}`;
    line(problems, `page ${url}${found}${sure}`);
  }
  for (const { rule, matched, tried } of rules) {
    const problem = 'matched nothing; the page’s text is found automatically until it is mended';
    line(matched === 0 ? [problem] : [], `rule article.${rule}: ${matched} of ${tried} pages`);
  }
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
  else printCheck(check, terminal);
  return check.isSound ? DONE : FAILED;
}
