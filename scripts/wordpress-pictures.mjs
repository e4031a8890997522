// Takes the pictures of docs/wordpress.md from a WordPress of its own: node scripts/wordpress-pictures.mjs
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createSend } from '../src/http/send.ts';
import { articleRecord } from '../test/support/records/article-record.ts';
import { chromium } from '../test/support/site/chromium.ts';
import { siteUnderTest } from '../test/support/wordpress/destination-under-test.ts';
import { startWordpress } from '../test/support/wordpress/start-wordpress.ts';

const { rights, flags } = articleRecord();
const ARABIC = 'قال رئيس البلدية يوم الخميس إن خط العبّارة القديم سيبقى.';
const PAGES = {
  full: { rights: { ...rights, licence: { basis: 'CC BY 4.0', reference: 'x' } } },
  excerpt: { rights: { ...rights, mode: 'excerpt' } },
  sponsored: { flags: { ...flags, sponsored: true } },
  arabic: {
    language: 'ar',
    title: 'العمدة متمسك بخط العبّارة',
    subtitle: 'تحدث يوم الخميس',
    summary: ARABIC,
    paragraphs: [{ kind: 'p', text: ARABIC }],
    credit: undefined,
  },
};
/** Chromium opens no window narrower than 500 pixels. */
const WINDOWS = {
  full: '1200,1000',
  excerpt: '540,1000',
  sponsored: '540,1300',
  arabic: '540,1000',
};

const folder = join(import.meta.dirname, '../docs');
const profile = await mkdtemp(join(tmpdir(), 'newsrelay-pictures-'));
const wordpress = await startWordpress();
const { send, close } = createSend({ userAgent: 'newsrelay-pictures' });
const site = siteUnderTest(() => wordpress, send);
const options = { categories: { from: 'leaves' } };
for (const [name, changes] of Object.entries(PAGES)) {
  const { remoteId } = await site.delivered(site.job(changes), { options });
  await promisify(execFile)(chromium, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    `--user-data-dir=${profile}`,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    `--window-size=${WINDOWS[name]}`,
    `--screenshot=${join(folder, `wordpress-${name}.png`)}`,
    `${wordpress.url}/?p=${remoteId}`,
  ]);
}
await close();
await wordpress.close();
await rm(profile, { recursive: true });
