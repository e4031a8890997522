import { expect, test } from 'vitest';
import { metaRefreshTarget } from '../../../src/http/meta-refresh.ts';

const FROM = new URL('https://bay.example/go/1');
const target = (html: string) => metaRefreshTarget(Buffer.from(html), FROM)?.href;
const meta = (content: string) =>
  `<html><head><meta http-equiv="refresh" content="${content}"></head>`;

test.each([
  meta('0; url=/n/1'),
  meta("0;URL='/n/1'"),
  meta('1;/n/1'),
  meta('0; url=https://www.bay.example/n/1'),
  '<META content=0;url=/n/1 http-equiv=Refresh>',
  "<meta http-equiv='refresh' content='0; url=/n/1'>",
  meta('5; url=/n/1'),
  meta('0.5, /n/1'),
  meta('0; url=/n/1#top'),
  `\u{feff} ${meta('0; url=/n/1')}`,
  `<html>${' '.repeat(30_000)}${meta('0; url=/n/1')}`,
  `${meta('300')}${meta('0; url=/n/1')}`,
])('%s leads on', (html) => {
  expect(target(html)).toMatch(/^https:\/\/(?:www\.)?bay\.example\/n\/1$/);
});

test.each([
  ['a page of another site', meta('0; url=https://other.example/n/1')],
  ['itself', meta('0; url=/go/1#top')],
  ['itself after five minutes', meta('300')],
  ['another page after a minute', meta('60; url=/n/1')],
  ['a script', meta('0; url=javascript:alert(1)')],
  ['a page for readers without scripts', `<html><head><noscript>${meta('0; url=/n/1')}</noscript>`],
  ['a page in a comment', `<html><!-- ${meta('0; url=/n/1')} -->`],
  ['nothing', '{"http-equiv":"refresh"}'],
  ['another page after six seconds', meta('6; url=/n/1')],
  ['a page from within a script', `<html><script>'${meta('0; url=/n/1')}'</script>`],
  ['a page from within a template', `<html><template>${meta('0; url=/n/1')}</template>`],
  ['a page from within a style', `<html><style>${meta('0; url=/n/1')}</style>`],
  ['a page far below its head', `<html>${' '.repeat(32_768)}${meta('0; url=/n/1')}`],
  ['a page by its description', '<meta name="refresh" content="0; url=/n/1">'],
])('what leads to %s is read as it is', (_what, html) => {
  expect(target(html)).toBeUndefined();
});
