import { expect, test } from 'vitest';
import { scrapeArticle } from '../../../src/article/scrape.ts';
import { whyLines } from '../../../src/cli/why-lines.ts';
import { FIRST, SECOND, THIRD } from '../article/ferry-page.ts';

function whyOf(content: string): string[] {
  const outcome = scrapeArticle({
    siteName: undefined,
    url: 'https://quay.example/late',
    html: `<html><head><title>Ferry late again</title></head><body><article><h1>Ferry late again</h1>${content}</article></body></html>`,
  });
  if (outcome.kind !== 'article') throw new Error(outcome.message);
  return whyLines(outcome.article);
}

test('the lines name the layer of each field, the rule of each line left out, and each doubt', () => {
  const offer = 'Sign up for our harbour newsletter.';
  const lines = whyOf(
    `<p>${FIRST}</p><p>${offer}</p><p>${SECOND}</p><p><a href="/s">All of the soup</a></p><p>${THIRD}</p>`,
  );
  expect(lines).toContain(
    '  title: Ferry late again (text: the heading that another place repeats)',
  );
  expect(lines).toContain(`  sign-up-english, for the desk speaks of itself: ${offer}`);
  expect(lines).toContain('  leads-away: All of the soup');
  expect(lines).toContain('  text: 3 paragraphs (text)');
  expect(lines.findIndex((line) => /^confidence: 0\.\d+, for$/.test(line))).toBeGreaterThan(0);
  expect(lines.at(-1)).toMatch(/^ {2}[a-z-]+: .+ \(-0\.\d\d\)$/);
});

test('a long value is cut, and an article of which nothing is left out says so', () => {
  const lines = whyOf(`<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`);
  expect(lines).toContain('nothing is left out of the text');
  const long = whyOf(
    `<p>${FIRST}</p><p>Join our newsletter ${'and more soup '.repeat(9)}</p><p>${SECOND}</p><p>${THIRD}</p>`,
  );
  const cut = long.find((line) => line.includes('Join our'));
  expect(cut?.endsWith('…')).toBe(true);
});

test('each field that was found is told with its value and where it stands, the first line says what follows', () => {
  const found = (value: unknown) => ({ value, from: 'meta' as const });
  const fields = {
    title: 'A',
    subtitle: 'B',
    authors: [{ name: 'C' }],
    publishedAt: 'D',
    modifiedAt: 'E',
    language: 'F',
    section: 'G',
    taxonomyPaths: ['H'],
    originator: 'I',
    publisherName: 'J',
    summary: 'K'.repeat(80),
    canonicalUrl: 'L'.repeat(81),
    credit: { text: 'M' },
    dateline: 'N',
  };
  const article = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, found(value)]),
  );
  const rest = { paragraphs: found([]), struck: [], doubts: [], confidence: 1 };
  expect(whyLines({ ...article, ...rest } as never)).toEqual([
    'fields, and where each stands on the page:',
    '  title: A (meta)',
    '  subtitle: B (meta)',
    '  authors: [{"name":"C"}] (meta)',
    '  publishedAt: D (meta)',
    '  modifiedAt: E (meta)',
    '  language: F (meta)',
    '  section: G (meta)',
    '  taxonomyPaths: ["H"] (meta)',
    '  originator: I (meta)',
    '  publisherName: J (meta)',
    `  summary: ${'K'.repeat(80)} (meta)`,
    `  canonicalUrl: ${'L'.repeat(79)}… (meta)`,
    '  credit: {"text":"M"} (meta)',
    '  dateline: N (meta)',
    '  text: 0 paragraphs (meta)',
    'nothing is left out of the text',
    'confidence: 1',
  ]);
});
