import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { configFolder, sourceWith } from '../../support/config/config-folder.ts';

const { inside, problemsOf } = configFolder();

describe('between sources', () => {
  const source = (id: string, more: string) => `  - { id: ${id}, name: A, ${more} }\n`;
  const feeds = (...urls: string[]) => `feeds: [${urls.map((url) => `"${url}"`).join(', ')}]`;

  test('an address that one source lists twice is polled already, and differs in no secret', async () => {
    const twice = feeds('https://a.example/f?key=one', 'https://a.example/f?key=one');
    expect(await problemsOf(`sources:\n${source('a', twice)}`)).toEqual([
      expect.stringMatching(/feeds\[1\] is polled already, at .*; keep one of the two$/),
    ]);
  });

  test('the feeds of a source that is not polled may be another’s', async () => {
    const text = (enabled: boolean) =>
      `sources:\n${source('a', feeds('https://a.example/f'))}${source('b', `enabled: ${enabled}, ${feeds('https://a.example/f')}`)}`;
    expect(await problemsOf(text(false))).toEqual([]);
    expect(await problemsOf(text(true))).toHaveLength(1);
  });

  test('a former id is nobody’s own, and no one else’s former one', async () => {
    const of = (id: string, formerly: string) =>
      source(id, `formerly: [${formerly}], ${feeds(`https://${id}.example/f`)}`);
    expect(await problemsOf(`sources:\n${of('a', 'old')}${of('b', 'older')}`)).toEqual([]);
    expect(await problemsOf(`sources:\n${of('a', 'b')}${of('b', 'older')}`)).toEqual([
      expect.stringMatching(/sources\[0\]\.formerly\[0\] is an id already/),
    ]);
    expect(await problemsOf(`sources:\n${of('a', 'old')}${of('b', 'old')}`)).toEqual([
      expect.stringMatching(/sources\[1\]\.formerly\[0\] is an id already/),
    ]);
  });

  test('ids and names of destinations are one thing’s each', async () => {
    const one = source('a', feeds('https://a.example/f'));
    const same = source('a', feeds('https://b.example/f'));
    expect(await problemsOf(`sources:\n${one}${same}`)).toEqual([
      expect.stringMatching(/^3:\d+: sources\[1\]\.id is another source's id too, at .*:2:\d+;/),
    ]);
    const destinations =
      'destinations: [{ type: queue, name: x }, { type: queue, name: y }, { type: queue, name: x }]\n';
    expect(await problemsOf(`sources:\n${one}${destinations}`)).toEqual([
      expect.stringMatching(/destinations\[2\]\.name is another destination's name too/),
    ]);
  });
});

test.each([
  ['source: []\n', 'source is no setting; did you mean sources?'],
  ['includes: []\n', 'includes is no setting; did you mean include?'],
])('a misspelt list of sources is one mistake: %j', async (text, told) => {
  expect(await problemsOf(text)).toEqual([expect.stringContaining(told)]);
});

describe('a contact', () => {
  const warned = async (contact: string) => {
    const http = `http: { userAgent: 'newsrelay/1.0 (+${contact})' }\n`;
    await writeFile(inside('contact.yaml'), http + sourceWith(''));
    const outcome = await loadConfig(inside('contact.yaml'), {});
    return outcome.kind === 'config' && outcome.warnings.map(({ path }) => path);
  };

  test.each([
    'https://news.example/bot',
    'mailto:desk@news.example',
    'https://example.com/bot',
    'https://example.net/bot',
    'mailto:desk@example.org',
    'https://news.invalid/bot',
  ])('%s is nobody’s', async (contact) => {
    expect(await warned(contact)).toEqual(['http.userAgent']);
  });

  test.each(['https://myexample.com/bot', 'https://example.de/bot', 'mailto:desk@examples.net'])(
    '%s is somebody’s',
    async (contact) => {
      expect(await warned(contact)).toEqual([]);
    },
  );
});
