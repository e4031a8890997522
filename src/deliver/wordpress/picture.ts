import type { WordpressOptions } from '../../config/destinations.ts';
import { PermanentError, ThrottledError, TransientError } from '../../errors.ts';
import type { Fetch } from '../../http/fetch.ts';
import type { RepublishJob } from '../../queue/republish-job.ts';
import type { DeliveryContext } from '../destination.ts';
import type { Rest } from './client.ts';
import { mediaLibrary } from './media.ts';

/** The picture of a post: which, none, or (absent) the one that the site has. */
export interface PostPicture {
  id?: number;
  notes: string[];
  /** It may be had later. */
  isLate?: boolean;
}

export type PictureOf = (
  job: RepublishJob,
  given: { rest: Rest; fetch: Fetch | undefined; context: DeliveryContext },
) => Promise<PostPicture>;

/** A picture that cannot be had holds up no article, and takes no picture away. */
export function pictures({ featuredImage }: WordpressOptions): PictureOf {
  const library = mediaLibrary();
  return async ({ action, record }, { rest, fetch, context }) => {
    if (!featuredImage || !fetch) return { notes: [] };
    const [image] = record.images;
    if (action === 'withdraw' || record.rights.images !== 'copy' || !image) {
      return { id: 0, notes: [] };
    }
    try {
      return { id: await library(image, { rest, fetch, signal: context.signal }), notes: [] };
    } catch (error) {
      if (context.signal?.aborted) throw error;
      if (error instanceof PermanentError) {
        return { notes: [`without its picture: ${error.message}`] };
      }
      if (error instanceof TransientError || error instanceof ThrottledError) {
        return { notes: [`without its picture for now: ${error.message}`], isLate: true };
      }
      throw error;
    }
  };
}
