import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveDemoSite, type DemoSite } from '../../../demo/server.ts';

let site: DemoSite;
beforeAll(async () => {
  site = await serveDemoSite();
});
afterAll(() => site.close());

const feeds = {
  northgate: ['/google-publisher/world.xml', '/google-publisher/tech.xml'],
  courier: ['/feed/'],
  gazette: ['/atom.xml'],
} as const;

const feedUrls = () =>
  Object.entries(feeds).flatMap(([outlet, paths]) =>
    paths.map((path) => `${site.origins[outlet as keyof typeof feeds]}${path}`),
  );

describe('the sample news sites', () => {
  test('serve feeds whose every article is there, complete and self-contained', async () => {
    const links = new Set<string>();
    for (const url of feedUrls()) {
      const response = await fetch(url);
      expect(response.headers.get('content-type')).toMatch(/^application\/(rss|atom)\+xml/);
      const text = await response.text();
      expect(text).not.toContain('{{');
      const base = /xml:base="([^"]+)"/.exec(text)?.[1] ?? url;
      const rss = [...text.matchAll(/<link>([^<]+)<\/link>\n\s*<(?:guid|comments)/g)];
      const atom = [
        ...text.matchAll(/<link rel="alternate" type="text\/html" href="(2?[^."]+\.html)"/g),
      ];
      for (const [, link] of [...rss, ...atom]) links.add(new URL(link!, base).href);
    }
    expect(links.size).toBe(13);
    for (const link of links) {
      const response = await fetch(link);
      expect([link, response.status]).toEqual([link, 200]);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const page = await response.text();
      expect(page).not.toMatch(/\{\{|<!--#include/);
      expect(page).toContain('</html>');
    }
  });

  test('answer a conditional request with 304 and note it', async () => {
    const url = `${site.origins.courier}/feed/`;
    const first = await fetch(url);
    await first.text();
    const headers = { 'if-none-match': first.headers.get('etag')! };
    const second = await fetch(url, { headers });
    expect([second.status, await second.text()]).toEqual([304, '']);
    expect(site.requests.at(-1)).toEqual({
      outlet: 'courier',
      path: '/feed/',
      status: 304,
      conditional: true,
    });
  });

  test('serve images and robots rules, and neither parts of pages nor files beside the site', async () => {
    const { northgate } = site.origins;
    const type = async (path: string) => {
      const response = await fetch(`${northgate}${path}`);
      await response.text();
      return [response.status, response.headers.get('content-type')];
    };
    expect(await type('/images/logo.svg')).toEqual([200, 'image/svg+xml']);
    expect(await type('/robots.txt')).toEqual([200, 'text/plain; charset=utf-8']);
    expect((await type('/_header.html'))[0]).toBe(404);
    expect((await type('/..%2f..%2fserver.ts'))[0]).toBe(404);
  });
});
