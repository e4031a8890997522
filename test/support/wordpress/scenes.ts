import type { ArticleRecord } from '../../../src/article-record.ts';
import { articleRecord } from '../records/article-record.ts';
import { png, pictureServer, type siteUnderTest } from './destination-under-test.ts';

const { rights, flags } = articleRecord();
const LEAD = {
  url: 'https://harbour.example/quay.png',
  alt: 'The quay at dawn',
  caption: 'The quay at dawn.',
  credit: 'Jo Park',
};
const written = (language: string, title: string, text: string): Partial<ArticleRecord> => ({
  language,
  title,
  subtitle: undefined,
  summary: text,
  paragraphs: [{ kind: 'p', text }],
  credit: undefined,
});

/** Articles of every kind that readers of a site meet. */
const ARTICLES: Record<string, Partial<ArticleRecord>> = {
  full: { images: [LEAD], rights: { ...rights, licence: { basis: 'CC BY 4.0', reference: 'x' } } },
  excerpt: { title: 'School bus to run on chip fat', rights: { ...rights, mode: 'excerpt' } },
  link: { title: 'Harbour dues to rise in spring', rights: { ...rights, mode: 'link' } },
  sponsored: { title: 'Seven walks along the coast', flags: { ...flags, sponsored: true } },
  arabic: written(
    'ar',
    'العمدة متمسك بخط العبّارة',
    'قال رئيس البلدية يوم الخميس إن خط العبّارة القديم سيبقى.',
  ),
  thai: written(
    'th',
    'นายกเทศมนตรียืนยันเดินเรือข้ามฟากต่อ',
    'นายกเทศมนตรีกล่าวเมื่อวันพฤหัสบดีว่าเรือข้ามฟากสายเดิมจะยังคงเดินเรือต่อไป',
  ),
};

/** In CSS pixels: a desk and a telephone. */
export const SIZES = [
  { width: 1_200, height: 800 },
  { width: 360, height: 720 },
] as const;

/** Delivers the articles and gives the paths of the pages that show them; `full` is the post of the whole article. */
export async function deliverScenes(site: ReturnType<typeof siteUnderTest>) {
  const { fetch } = pictureServer(() => ({ status: 200, body: png(1, { height: 500 }) }));
  const options = { categories: { from: 'topics', max: 3 } };
  const topics = [{ path: 'harbour/world', name: 'World' }];
  const pages: Record<string, string> = {};
  let full = '';
  for (const [name, changes] of Object.entries(ARTICLES)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as the front page has them
    const { remoteId } = await site.delivered(site.job({ topics, ...changes } as never), {
      options,
      fetch,
    });
    pages[name] = `/?p=${remoteId}`;
    if (name === 'full') full = remoteId;
  }
  return {
    full,
    pages: { ...pages, category: '/category/world/', front: '/', search: '/?s=ferry' },
  };
}
