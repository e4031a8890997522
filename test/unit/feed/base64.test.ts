import { expect, test } from 'vitest';
import { feedOf } from './feed-of.ts';

const coded = (text: string) => Buffer.from(text).toString('base64');
const entryWith = async (content: string) => {
  const feed = await feedOf(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Times</title><entry>
      <id>tag:harbour.example,2026:1</id>${content}</entry></feed>`,
  );
  return feed.entries[0]!;
};

test.each([
  ['a media type that is no text (RFC 4287 §4.1.3.3)', 'type="application/octet-stream"'],
  ['the mode of Atom 0.3', 'type="text/html" mode="base64"'],
])('content in base64 by %s is decoded', async (_what, attributes) => {
  const entry = await entryWith(
    `<title ${attributes}>${coded('Ferry <em>back</em>')}</title>
     <content ${attributes}>${coded('<p>It sails – at last.</p>')}</content>`,
  );
  expect(entry).toMatchObject({ title: 'Ferry back', content: '<p>It sails – at last.</p>' });
});

test.each([
  ['that says it is text', 'type="text"', 'Ferry'],
  ['that is HTML', 'type="html"', 'Ferry'],
  ['of a media type, but not in base64', 'type="application/octet-stream"', 'Ferry is back!'],
  ['in base64, but no text', 'type="image/png"', 'iVBORw0KGgo/////'],
])('content %s stays as it is', async (_what, attributes, text) => {
  expect((await entryWith(`<content ${attributes}>${text}</content>`)).content).toBe(text);
});
