import { describe, expect, test } from 'vitest';
import {
  canonical,
  jsonLd,
  robots,
  sampleJobs,
  slug,
  type ArticleRecord,
} from '../../../consumer/index.js';

const jobs = sampleJobs();
const record = jobs['publish-full'].record as ArticleRecord;
const id = record.id;

test.each([
  ['School bus to run on chip fat', 'school-bus-to-run-on-chip-fat-5a3d1e00'],
  ['Ñandú’s “café” — déjà vu', 'nandus-cafe-deja-vu-5a3d1e00'],
  ['حافلة المدرسة', 'حافلة-المدرسة-5a3d1e00'],
  ['विदेश में चुनाव', 'विदेश-में-चुनाव-5a3d1e00'],
  ['…', '5a3d1e00'],
])('the slug of %s is %s', (title, wanted) => {
  expect(slug({ id, title })).toBe(wanted);
});

test('a slug is bounded and two articles of one title have two', () => {
  expect(slug({ id, title: 'word '.repeat(500) }).length).toBeLessThan(100);
  expect(slug({ id: `b${id.slice(1)}`, title: 'Same' })).not.toBe(slug({ id, title: 'Same' }));
});

describe('search engines', () => {
  test('are kept off where the rights say so', () => {
    expect(robots(record)).toBe('noindex, follow');
    expect(robots({ rights: { ...record.rights, noindex: false } })).toBe('index, follow');
    expect(robots({ rights: { ...record.rights, images: 'none' } })).toContain(
      'max-image-preview:none',
    );
  });

  test('are led to the original where the rights allow it', () => {
    expect(canonical(record)).toBe(record.canonicalUrl);
    expect(
      canonical({ ...record, rights: { ...record.rights, canonical: false } }),
    ).toBeUndefined();
    expect(canonical({ ...record, canonicalUrl: 'javascript:alert(1)' })).toBeUndefined();
  });

  test('read what the article is and where it is from', () => {
    const page = { url: 'https://site.example/a', siteName: 'Site' };
    expect(JSON.parse(jsonLd(record, page))).toMatchObject({
      '@type': 'NewsArticle',
      headline: record.title,
      isBasedOn: record.canonicalUrl,
      author: [{ name: 'Lee Lamp', url: 'https://courier.example/people/lee-lamp' }],
      publisher: { name: 'Site' },
    });
    const text = jsonLd(jobs['publish-hostile'].record as ArticleRecord, page);
    expect(text).not.toMatch(/[<\u2028]/);
    expect(JSON.parse(text).headline).toContain('<script>');
  });
});
