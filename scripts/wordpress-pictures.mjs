// Takes the pictures of docs/wordpress.md from a WordPress of its own: node scripts/wordpress-pictures.mjs
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSend } from '../src/http/send.ts';
import { openBrowser } from '../test/support/site/browser.ts';
import { siteUnderTest } from '../test/support/wordpress/destination-under-test.ts';
import { logIn, openInEditor } from '../test/support/wordpress/editor.ts';
import { deliverScenes, SIZES } from '../test/support/wordpress/scenes.ts';
import { startWordpress } from '../test/support/wordpress/start-wordpress.ts';

const folder = join(import.meta.dirname, '../docs/wordpress');
const wordpress = await startWordpress();
const browser = await openBrowser();
const { send, close } = createSend({ userAgent: 'newsrelay-pictures' });

async function take(name) {
  for (const size of SIZES) {
    const picture = await browser.tab.picture(size);
    await writeFile(join(folder, `${name}-${size.width}.webp`), picture);
  }
}

const { full, pages } = await deliverScenes(siteUnderTest(() => wordpress, send));
for (const [name, path] of Object.entries(pages)) {
  await browser.tab.open(wordpress.url + path);
  await take(name);
}
await logIn(browser.tab, wordpress);
await openInEditor(browser.tab, wordpress, full);
await take('edit');
await browser[Symbol.asyncDispose]();
await close();
await wordpress.close();
