import { describe, expect, test } from 'vitest';
import type { ArticleRecord } from '../../../../src/article-record.ts';
import { postOf } from '../../../../src/deliver/wordpress/post.ts';
import { articleRecord } from '../../../support/records/article-record.ts';
import { nextJob, republishJob } from '../../../support/records/republish-job.ts';
import { wordpressOptions } from '../../../support/wordpress/delivery-in-memory.ts';

const now = new Date('2026-11-23T10:00:00Z');
const record = articleRecord();

describe('the custom fields of a post', () => {
  test.each<[string, Partial<ArticleRecord>, string]>([
    ['id', {}, record.id],
    ['url', {}, record.url],
    ['canonicalUrl', {}, record.canonicalUrl],
    ['source', {}, record.source],
    ['sourceId', {}, record.sourceId],
    ['publisher', {}, record.publisher.name],
    ['authors', { authors: [{ name: 'Ann Lee' }, { name: 'Bo Ray' }] }, 'Ann Lee, Bo Ray'],
    ['authors', { authors: [] }, ''],
    ['publishedAt', {}, record.publishedAt!],
    ['modifiedAt', { modifiedAt: '2026-11-21T02:00:00.000Z' }, '2026-11-21T02:00:00.000Z'],
    ['modifiedAt', { modifiedAt: undefined }, ''],
    ['language', { language: 'th' }, 'th'],
    ['section', { section: 'World' }, 'World'],
    ['subtitle', { subtitle: 'Below it' }, 'Below it'],
    ['dateline', { dateline: 'QUAY' }, 'QUAY'],
    ['credit', { credit: { text: 'Ann helped.', people: [], organizations: [] } }, 'Ann helped.'],
  ])('hold %s of %j as "%s"', (source, changes, value) => {
    const options = wordpressOptions({ fields: { story: source } });
    expect(postOf(republishJob(changes), options, { now }).fields).toEqual({ story: value });
  });

  test('are not sent where the config names none, nor with a withdrawal', () => {
    expect(postOf(republishJob(), wordpressOptions({}), { now })).not.toHaveProperty('fields');
    const gone = nextJob(republishJob(), 'withdraw');
    const options = wordpressOptions({ fields: { story: 'url' } });
    expect(postOf(gone, options, { now })).not.toHaveProperty('fields');
  });

  test('change what is delivered, so that a site gets them', () => {
    const hashOf = (changes: object) =>
      postOf(republishJob(), wordpressOptions(changes), { now }).hash;
    expect(hashOf({ fields: { story: 'url' } })).not.toBe(hashOf({}));
    expect(hashOf({ postType: 'news' })).not.toBe(hashOf({}));
    expect(hashOf({ postType: 'post', fields: {} })).toBe(hashOf({}));
  });

  test.each(['_hidden', '1st', 'a b', ''])('"%s" is no name of one', (name) => {
    expect(() => wordpressOptions({ fields: { [name]: 'url' } })).toThrow(/fields|Invalid/);
  });
});
