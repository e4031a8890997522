import type { ArticleRecord, Image } from '../../../article-record.ts';
import type { WordpressOptions } from '../../../config/destinations.ts';
import { PermanentError, ThrottledError, TransientError } from '../../../errors.ts';
import type { Fetch } from '../../../http/fetch.ts';
import { titledRecord, type RepublishJob } from '../../../queue/republish-job.ts';
import type { DeliveryContext } from '../../destination.ts';
import type { Rest } from '../client.ts';
import { type LibraryPicture, mediaLibrary, NARROW, type WantedPicture } from '../media.ts';

/** The featured picture of a post: which, none, or (absent) the one that the site has. */
interface Featured {
  id?: number;
  /** The site's own picture, of which the article says nothing. */
  isFallback?: boolean;
  notes: string[];
  /** It may be had later. */
  isLate?: boolean;
}

/** All pictures of a post: the featured one, and copies of those in the text by the address of the original. */
export interface PostPictures extends Featured {
  inText: ReadonlyMap<string, LibraryPicture>;
}

export type PicturesOf = (
  job: RepublishJob,
  given: { rest: Rest; fetch: Fetch | undefined; context: DeliveryContext },
) => Promise<PostPictures>;

/** Each costs a request of the site, and one of the publisher. */
const MOST_IN_TEXT = 20;

type Copied =
  | { kind: 'copied'; picture: LibraryPicture }
  | { kind: 'none' | 'narrow' | 'late'; why: string };
type Copy = (wanted: WantedPicture) => Promise<Copied>;

/** A picture that cannot be had holds up no article, and takes no picture away. */
export function pictures(options: WordpressOptions): PicturesOf {
  const library = mediaLibrary();
  return async (job, { rest, fetch, context }) => {
    if (!fetch) return { notes: [], inText: new Map() };
    if (job.action === 'withdraw') return { ...withoutPicture(options), inText: new Map() };
    const { signal } = context;
    const copy: Copy = async (wanted) => {
      try {
        return { kind: 'copied', picture: await library(wanted, { rest, fetch, signal }) };
      } catch (error) {
        if (signal?.aborted) throw error;
        return failedCopy(error);
      }
    };
    const featured = options.featuredImage ? await featuredOf(job, options, copy) : { notes: [] };
    const text = await inTextOf(job, options.bodyImages ? featured : undefined, copy);
    return {
      ...featured,
      notes: [...featured.notes, ...text.notes],
      ...((featured.isLate || text.isLate) && { isLate: true }),
      inText: text.inText,
    };
  };
}

/** What a withdrawn article shows; where the config leaves the picture to the site, it is left there. */
const withoutPicture = ({ featuredImage }: WordpressOptions): Featured => ({
  ...(featuredImage && { id: 0 }),
  notes: [],
});

function failedCopy(error: unknown): Copied {
  if (error instanceof PermanentError) {
    return { kind: error.code === NARROW ? 'narrow' : 'none', why: error.message };
  }
  if (error instanceof TransientError || error instanceof ThrottledError) {
    return { kind: 'late', why: error.message };
  }
  throw error;
}

const mayCopy = ({ rights }: ArticleRecord, image: Image | undefined): image is Image =>
  rights.images === 'copy' && image !== undefined && (image.rights ?? 'copy') === 'copy';

async function featuredOf(
  job: RepublishJob,
  options: WordpressOptions,
  copy: Copy,
): Promise<Featured> {
  const record = titledRecord(job);
  const [image] = record.images;
  if (!mayCopy(record, image)) return await fallback(options, copy);
  const minWidth = options.featuredImageMinWidth;
  const copied = await copy({ image, title: record.title, minWidth });
  if (copied.kind === 'copied') return { id: copied.picture.id, notes: [] };
  if (copied.kind === 'late') {
    return { notes: [`without its picture for now: ${copied.why}`], isLate: true };
  }
  const isEmpty = copied.kind === 'narrow' || job.action === 'publish';
  const { notes, ...instead } = isEmpty ? await fallback(options, copy) : { notes: [] };
  const note = `without its picture: ${copied.why}`;
  // An update whose picture cannot be had leaves the one that the site has.
  const isUnknown = copied.kind === 'none' && !instead.isFallback;
  return { ...(isUnknown ? {} : instead), notes: [note, ...notes] };
}

/** The operator's own picture, or none. */
async function fallback({ fallbackImage }: WordpressOptions, copy: Copy): Promise<Featured> {
  if (fallbackImage === undefined) return { id: 0, notes: [] };
  if (typeof fallbackImage === 'number') return { id: fallbackImage, isFallback: true, notes: [] };
  const copied = await copy({ image: { url: fallbackImage }, title: fallbackImage });
  if (copied.kind === 'copied') return { id: copied.picture.id, isFallback: true, notes: [] };
  return { id: 0, notes: [`without fallbackImage: ${copied.why}`] };
}

/** Copies of the pictures in the text; the featured one stands above it already. None where no text is to show any. */
async function inTextOf(job: RepublishJob, featured: Featured | undefined, copy: Copy) {
  const record = titledRecord(job);
  const isFeatured = (featured?.id ?? 0) > 0 && !featured?.isFallback;
  const inText = new Map<string, LibraryPicture>();
  const failures: Exclude<Copied, { kind: 'copied' }>[] = [];
  for (const image of featured ? picturesInText(record, isFeatured) : []) {
    // oxlint-disable-next-line no-await-in-loop -- a site is not to be pressed
    const copied = await copy({ image, title: record.title });
    if (copied.kind !== 'copied') failures.push(copied);
    else if (copied.picture.url !== '') inText.set(image.url, copied.picture);
  }
  const [first] = failures;
  const notes = first
    ? [`without ${failures.length} of the pictures in its text: ${first.why}`]
    : [];
  return { inText, notes, isLate: failures.some(({ kind }) => kind === 'late') };
}

function picturesInText(record: ArticleRecord, isFeatured: boolean): Image[] {
  const { body = [], images } = record;
  return body
    .flatMap((block) => ('image' in block ? [block.image] : []))
    .filter((at) => at > 0 || !isFeatured)
    .map((at) => images[at])
    .filter((image) => mayCopy(record, image))
    .slice(0, MOST_IN_TEXT);
}
