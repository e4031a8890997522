import { z } from 'zod';
import type { CheckFinding } from '../../destination.ts';
import { type Rest, valueOf } from '../client.ts';
import { accountId } from '../core-ids.ts';
import { coreTerm } from '../core-terms.ts';
import { deleteMedia } from '../media.ts';
import { savePost } from '../save-post.ts';

export type Verdict = Omit<CheckFinding, 'what'>;

const draftSchema = z.object({ id: z.int(), content: z.object({ raw: z.string() }) });
const DRAFT_NAME = 'newsrelay connection test';

/** Creates a draft, reads it back and deletes it for good. */
export async function tryDraft(rest: Rest, now: Date): Promise<Verdict> {
  const content = `${DRAFT_NAME}, ${now.toISOString()}`;
  const { id } = await savePost(rest, '', { title: DRAFT_NAME, content, status: 'draft' });
  const path = `/wp/v2/posts/${id}`;
  const read = await rest({ method: 'GET', path, query: { context: 'edit' } });
  const isSame = valueOf(draftSchema, read, path).content.raw === content;
  const isGone = await deleted(rest, path);
  if (!isSame) return { result: 'failed', message: `draft ${id} came back changed` };
  return isGone === true
    ? { result: 'ok', message: `draft ${id} made, read back and deleted` }
    : { result: 'limited', message: `draft ${id} made and read back, but not deleted: ${isGone}` };
}

/** Whether articles appear under their byline, as deliveries do it: on a draft. */
export async function tryByline(rest: Rest, byline: string, username: string): Promise<Verdict> {
  const ok: Verdict = { result: 'ok', message: byline };
  if (byline.toLowerCase() === username.toLowerCase()) return ok;
  const found = await accountId(rest, byline);
  if ('why' in found) return { result: 'limited', message: `${found.why}: posts as ${username}` };
  const notes: string[] = [];
  const draft = { title: DRAFT_NAME, content: DRAFT_NAME, status: 'draft', author: found.id };
  const { id } = await savePost(rest, '', draft, { notes });
  await deleted(rest, `/wp/v2/posts/${id}`);
  return notes.length === 0 ? ok : { result: 'limited', message: notes.join('; ') };
}

export async function tryCategory(rest: Rest): Promise<Verdict> {
  const made = await coreTerm(rest, 'categories', DRAFT_NAME);
  if ('why' in made) {
    const message = `new ones cannot be made: ${made.why}; articles get those that are there`;
    return { result: 'limited', message };
  }
  const isGone = await deleted(rest, `/wp/v2/categories/${made.id}`);
  return isGone === true
    ? { result: 'ok', message: 'one made and deleted' }
    : { result: 'limited', message: `"${DRAFT_NAME}" stays on the site: ${isGone}` };
}

/** One pixel. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export async function tryPicture(rest: Rest): Promise<Verdict> {
  const upload = { bytes: ONE_PIXEL, type: 'image/png', name: 'newsrelay-test.png', fields: {} };
  const path = '/wp/v2/media';
  const made = await rest({ method: 'POST', path, upload, expect: 'every answer' });
  if (made.kind === 'error') {
    const told = `${made.status} ${made.code}: ${made.message}`;
    return { result: 'limited', message: `cannot be uploaded (${told}); articles go without` };
  }
  const { id } = valueOf(z.object({ id: z.int() }), made, path);
  return (await deleteMedia(rest, id))
    ? { result: 'ok', message: 'one uploaded and deleted' }
    : { result: 'limited', message: `picture ${id} was uploaded, but may not be deleted again` };
}

/** True, or why not. */
async function deleted(rest: Rest, path: string): Promise<true | string> {
  const query = { force: 'true' };
  const reply = await rest({ method: 'DELETE', path, query, expect: 'every answer' });
  return reply.kind === 'ok' ? true : `${reply.status} ${reply.code}`;
}
