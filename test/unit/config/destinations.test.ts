import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  directoryDestinationSchema,
  feedDestinationSchema,
  webhookDestinationSchema,
  wordpressDestinationSchema,
} from '../../../src/config/destinations.ts';

const wordpress = {
  type: 'wordpress',
  name: 'site',
  url: 'https://aggregator.example',
  username: 'mfnnews',
  password: 'abcd efgh',
};
const webhook = { type: 'webhook', name: 'hook', url: 'https://aggregator.example/hook' };
const secret = `whsec_${Buffer.alloc(24).toString('base64')}`;

test('what a destination leaves out has a default', () => {
  expect(wordpressDestinationSchema.parse(wordpress)).toEqual({
    ...wordpress,
    concurrency: 4,
    timeout: 30_000,
    restPath: '/wp-json',
    index: 'never',
    comments: false,
    headers: {},
    editorChanges: 'keep',
    status: 'publish',
    categories: { from: 'header', max: 5, map: {}, unmapped: 'keep', always: [], bySource: {} },
    tags: { from: 'none', max: 10, map: {}, unmapped: 'keep', always: [], bySource: {} },
    featuredImage: true,
    featuredImageMinWidth: 600,
    bodyImages: true,
    postType: 'post',
    fields: {},
    canonical: true,
  });
});

describe('mistakes are refused', () => {
  const table: [name: string, schema: z.ZodType, value: object][] = [
    ['an unknown key', wordpressDestinationSchema, { ...wordpress, colour: 'red' }],
    ['a site that is no address', wordpressDestinationSchema, { ...wordpress, url: 'aggregator' }],
    ['an empty password', wordpressDestinationSchema, { ...wordpress, password: '' }],
    ['no secret', webhookDestinationSchema, { ...webhook, secrets: [] }],
    ['a secret without its mark', webhookDestinationSchema, { ...webhook, secrets: ['hunter2'] }],
    ['a short secret', webhookDestinationSchema, { ...webhook, secrets: ['whsec_aGVsbG8='] }],
    [
      'a header name with a line end',
      webhookDestinationSchema,
      { ...webhook, secrets: [secret], headers: { 'a\nb': 'c' } },
    ],
    ['a directory without a path', directoryDestinationSchema, { type: 'directory', name: 'd' }],
    ['a feed without a title', feedDestinationSchema, { type: 'feed', name: 'f', path: 'x' }],
  ];
  test.each(table)('%s', (_name, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });

  test('a message about a secret does not repeat it', () => {
    const { error } = webhookDestinationSchema.safeParse({ ...webhook, secrets: ['hunter2'] });
    expect(JSON.stringify(error?.issues)).not.toContain('hunter2');
  });
});

test.each([
  wordpressDestinationSchema,
  webhookDestinationSchema,
  directoryDestinationSchema,
  feedDestinationSchema,
])('editors can complete it: every setting has a description', (schema) => {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  const bare = Object.entries(properties).filter(
    ([, setting]) => typeof setting !== 'object' || !setting.description,
  );
  expect(bare).toEqual([]);
});
