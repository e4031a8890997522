import { expect, test } from 'vitest';
import type { Source } from '../../../../src/config/schema.ts';
import { readRecord } from '../../../../src/processors/scrape/read-page.ts';
import { anEntry } from '../../../support/records/entries.ts';
import { PARAGRAPHS } from '../../article/ferry-page.ts';

const SOURCE: Source = {
  id: 'lantern',
  name: 'Harbour Lantern Weekly',
  channel: '',
  enabled: true,
  feeds: ['https://lantern.example/feed.xml'],
  schedule: { kind: 'interval', everyMs: 60_000 },
  republish: 'excerpt',
  recheck: [],
  minConfidence: 0,
  sponsored: 'label',
  links: 'keep',
  ignoreOffset: false,
  sitemaps: 20,
  sharedTopics: [],
  place: 'sources[0] (lantern)',
  filter: [],
  firstReading: { newest: 20 },
};

test('the configured name of a source is cut from the title of its page', async () => {
  const title = '<title>Ferry late again on the quay - Harbour Lantern Weekly</title>';
  const response = {
    status: 200,
    url: 'https://news.example/ferry-late',
    redirects: [],
    headers: { 'content-type': 'text/html' },
    body: new TextEncoder().encode(`${title}<article>${PARAGRAPHS}</article>`),
  };
  const context = {
    source: SOURCE,
    fetchedAt: new Date('2026-03-09T09:00:00Z'),
    agent: 'newsrelay',
    termsOf: async () => [],
  };
  const reading = await readRecord(response, context, () => {
    throw new Error('this article has one page');
  });
  expect(reading).toMatchObject({ record: { title: 'Ferry late again on the quay' } });
});

test('doubts are told in words, and a page that is another than the entry’s is named as such', async () => {
  const read = async (url: string, title: string) => {
    const response = {
      status: 200,
      url,
      redirects: [],
      headers: { 'content-type': 'text/html' },
      body: new TextEncoder().encode(`<title>Ferry late again on the quay</title>${PARAGRAPHS}`),
    };
    const { content: _, ...entry } = anEntry({ title, link: 'https://news.example/ferry-late' });
    const context = {
      source: SOURCE,
      entry: { ...entry, content: null },
      fetchedAt: new Date('2026-03-09T09:00:00Z'),
      agent: 'newsrelay',
      termsOf: async () => [],
    };
    const reading = await readRecord(response, context, () =>
      Promise.reject(new Error('one page')),
    );
    if (reading.kind !== 'record') throw new Error(reading.code);
    return reading;
  };
  const own = await read('https://news.example/ferry-late', 'Ferry late again on the quay');
  expect(own).not.toHaveProperty('landing');
  expect(own.doubts.length).toBeGreaterThan(0);
  expect(own.doubts.every((doubt) => typeof doubt === 'string' && doubt !== '')).toBe(true);
  const other = await read('https://news.example/', 'Mayor opens a market by the lighthouse');
  expect(other.landing).toEqual(expect.any(String));
});
