import type { Tab } from '../site/browser.ts';
import type { Wordpress } from './start-wordpress.ts';

/** A block as the block editor has read it from a post. */
export interface EditorBlock {
  name: string;
  isValid: boolean;
  /** Whether it is what this WordPress's editor would write, not what an earlier one did. */
  isOfToday: boolean;
}

/** Logs the administrator in, as a browser would be after the login page. */
export async function logIn(tab: Tab, wordpress: Wordpress): Promise<void> {
  const { url } = wordpress;
  const cookies = await wordpress.php(
    `$end = time() + HOUR_IN_SECONDS; $token = WP_Session_Tokens::get_instance(1)->create($end);
    echo json_encode([[AUTH_COOKIE, wp_generate_auth_cookie(1, $end, 'auth', $token)], [LOGGED_IN_COOKIE, wp_generate_auth_cookie(1, $end, 'logged_in', $token)]]);`,
  );
  for (const [name, value] of JSON.parse(cookies) as [string, string][]) {
    // oxlint-disable-next-line no-await-in-loop -- two
    await tab.setCookie({ name, value: encodeURIComponent(value), url });
  }
  // The guide for newcomers would lie over the editor.
  await wordpress.php(
    `update_user_meta(1, 'wp_persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false], '_modified' => gmdate('c')]);`,
  );
}

const BLOCKS = `(() => {
  const list = (blocks) => blocks.flatMap((block) => [block, ...list(block.innerBlocks)]);
  return list(wp.data.select('core/block-editor').getBlocks()).map((block) => ({
    name: block.name,
    isValid: block.isValid,
    isOfToday: wp.blocks.isValidBlockContent(block.name, block.attributes, block.originalContent),
  }));
})()`;

/** Opens a post in the block editor and gives its blocks, inner ones included. */
export async function openInEditor(
  tab: Tab,
  { url }: Wordpress,
  postId: string,
): Promise<EditorBlock[]> {
  // The page before would ask whether to leave.
  await tab.evaluate('window.onbeforeunload = null');
  await tab.open(`${url}/wp-admin/post.php?post=${postId}&action=edit`);
  await tab.until(
    `!!window.wp?.data?.select('core/editor')?.__unstableIsEditorReady?.() && wp.data.select('core/block-editor').getBlockCount() > 0`,
  );
  return await tab.evaluate<EditorBlock[]>(BLOCKS);
}

/** Changes the first paragraph in the editor and saves, as a person would. */
export async function writeFirstParagraph(tab: Tab, text: string): Promise<void> {
  await tab.evaluate(
    `(() => { const first = wp.data.select('core/block-editor').getBlocks().find(({ name }) => name === 'core/paragraph'); wp.data.dispatch('core/block-editor').updateBlockAttributes(first.clientId, { content: ${JSON.stringify(text)} }); return wp.data.dispatch('core/editor').savePost(); })()`,
  );
  await tab.until(`!wp.data.select('core/editor').isSavingPost()`);
}
