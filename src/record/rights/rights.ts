import { cutBetweenWords } from '../../../consumer/text.js';
import type { Licence } from '../../config/schema.ts';
import type {
  ArticleRecord,
  Credit,
  Flags,
  Image,
  Provenance,
  ReuseMode,
  Rights,
} from '../../article-record.ts';
import { agenciesIn } from '../../article/names/agency-signature.ts';
import type { AgencySignature } from '../../article/scraped.ts';
import { bodyWithImages } from '../body.ts';
import { LENT } from './lent-pictures.ts';
import type { RightsSignal } from '../../terms/rights-signal.ts';
import { readSignal, type Restriction, withoutOverriddenReservations } from './restrictions.ts';

/** Everything the decision about reuse depends on. */
export interface RightsInput {
  /** The operator's choice for the source. */
  mode: 'full' | 'excerpt' | 'link';
  licence?: Licence | undefined;
  signals: RightsSignal[];
  /** The name by which publishers address us in robots rules. */
  agent?: string | undefined;
  /** What robots.txt says about this page to our agent; absent when nobody asked it. */
  robotsAllowed?: boolean | undefined;
  flags: Flags;
  /** Originator as printed, such as "Associated Press". */
  source: string;
  /** The source as the operator calls it: what a page states of its publisher makes no text the source's own. */
  publisher: string;
  /** News agencies that signed the text, wherever they did. */
  signatures: AgencySignature[];
  credit?: Credit | undefined;
  images: Image[];
  attribution: { text: string; url: string };
  now: Date;
}

/** Longest excerpt in characters where the publisher states no smaller number. */
export const DEFAULT_EXCERPT_LENGTH = 400;

/** A page can repeat a signal without end; the strictest ones, which decided, are kept. */
const MAX_REASONS = 50;

/** Strictest first. */
const MODES: readonly ReuseMode[] = ['drop', 'link', 'excerpt', 'full'];
const IMAGE_USES: readonly Rights['images'][] = ['none', 'link', 'copy'];

const strictest = <T>(order: readonly T[], found: T[]): T =>
  order.find((step) => found.includes(step)) ?? (order[order.length - 1] as T);

/**
 * Decides what of an article may be republished: the strictest of all that applies. Full text needs a
 * recorded licence that is in force; its absence, or the absence of any signal, never raises anything.
 * Copies are marked noindex always (Google's advice for syndicated copies), and a canonical link is
 * allowed with the full text only: a shorter page is a different page, not a copy (RFC 6596).
 */
export function decideRights(input: RightsInput): Rights {
  const licensed = isInForce(input.licence, input.now);
  const context = { licensed, agent: input.agent, now: input.now };
  const restrictions = [
    ...operatorRestrictions(input, licensed),
    ...wireRestrictions(input),
    ...withoutOverriddenReservations(input.signals).flatMap((s) => readSignal(s, context)),
  ];

  const mode = strictest(
    MODES,
    restrictions.flatMap(({ reason }) => reason.effect ?? []),
  );
  const lengths = restrictions.flatMap(({ maxExcerptLength }) => maxExcerptLength ?? []);
  const [expiresAt] = restrictions.flatMap((found) => found.expiresAt ?? []).toSorted();

  return {
    mode,
    reasons: restrictions
      .map(({ reason }) => reason)
      .toSorted(byStrictness)
      .slice(0, MAX_REASONS),
    attribution: input.attribution,
    noindex: true,
    canonical: mode === 'full',
    images: strictest(IMAGE_USES, [
      imagesByMode(mode, input.licence),
      ...restrictions.flatMap(({ images }) => images ?? []),
    ]),
    ...(mode === 'excerpt'
      ? { maxExcerptLength: Math.min(DEFAULT_EXCERPT_LENGTH, ...lengths) }
      : {}),
    ...(licensed && input.licence ? { licence: recordedLicence(input.licence) } : {}),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/**
 * The record without what its `rights.mode` does not allow, so that a job never carries it.
 * `link` leaves title and link with the facts about them; `excerpt` adds at most a summary; `full`
 * keeps the text. `drop` strips as `link` does: only a withdrawal can still name such an article.
 * `contentHash` stays: it identifies the article's content, not what is left of it.
 */
export function applyRights(record: ArticleRecord): ArticleRecord {
  const { mode } = record.rights;
  const images = record.images.filter(
    (image) => record.rights.images !== 'none' && isPublishersOwn(image, record.publisher.name),
  );
  const { body: _body, corrections, ...bodyless } = record;
  if (mode === 'full') {
    const body = bodyWithImages(record, images);
    return keep(record, {
      ...bodyless,
      ...(body && { body }),
      ...(corrections && { corrections }),
      images: images.map((image) => withRights(image, record)),
    });
  }

  const { subtitle: _subtitle, summary: _summary, credit, dateline, ...facts } = bodyless;
  if (mode !== 'excerpt') return keep(record, { ...facts, paragraphs: [], images: [] });

  const summary = excerptOf(record);
  const provenance = { ...record.provenance, summary: record.provenance.summary ?? 'text' };
  return keep(record, {
    ...facts,
    ...(credit ? { credit } : {}),
    ...(dateline === undefined ? {} : { dateline }),
    ...(summary === '' ? {} : { summary, provenance }),
    paragraphs: [],
    images,
  });
}

/** Drops the provenance of fields that are gone. */
function keep(before: ArticleRecord, after: ArticleRecord): ArticleRecord {
  const isGone = (field: string) => {
    const value: unknown = Reflect.get(after, field);
    const had: unknown = Reflect.get(before, field);
    return had !== undefined && (value === undefined || (Array.isArray(value) && !value.length));
  };
  const provenance: Record<string, Provenance> = Object.fromEntries(
    Object.entries(after.provenance).filter(([field]) => !isGone(field)),
  );
  return { ...after, provenance };
}

/** The publisher's own short text; of an open article without one, the start of its first paragraph. */
function excerptOf({ summary, paragraphs, flags, rights }: ArticleRecord): string {
  const limit = rights.maxExcerptLength ?? DEFAULT_EXCERPT_LENGTH;
  // The body of a gated article may come from behind its gate.
  const first = flags.gated ? undefined : paragraphs.find(({ kind }) => kind === 'p')?.text;
  return cutBetweenWords(summary?.trim() || (first ?? ''), limit);
}

function operatorRestrictions(input: RightsInput, licensed: boolean): Restriction[] {
  const { mode, licence, robotsAllowed, flags } = input;
  const said = (signal: string, value: string, where: string, effect: ReuseMode): Restriction => ({
    reason: { signal, value, where, effect },
  });
  return [
    said('republish', mode, 'config', mode),
    ...(licence && licensed ? [said('licence', licence.reference, 'config', 'full')] : []),
    ...(licence && !licensed ? [said('licence', 'not in force', 'config', 'excerpt')] : []),
    ...(licence ? [] : [said('licence', 'none recorded', 'config', 'excerpt')]),
    ...(robotsAllowed === false ? [said('robots.txt', 'disallow', 'robots.txt', 'link')] : []),
    ...(flags.gated ? [said('gated', 'true', 'page', 'excerpt')] : []),
  ];
}

/**
 * A licence of the publisher covers what the publisher owns. Text that a wire agency wrote is the
 * agency's, unless the publisher is the agency or the licence's scope names it. An agency that is
 * merely credited for a contribution leaves the text the publisher's own: recorded, no effect.
 */
function wireRestrictions(input: RightsInput): Restriction[] {
  const { source, publisher, licence, credit, signatures } = input;
  const owners = [...agenciesIn(publisher), ...agenciesIn(licence?.scope ?? '')];
  const isForeign = (name: string) => agenciesIn(name).some((agency) => !owners.includes(agency));
  const signed = [{ agency: source, where: 'source' }, ...signatures]
    .filter(({ agency }) => isForeign(agency))
    .map(({ agency, where }) => ({
      reason: { signal: 'wire', value: agency, where, effect: 'excerpt' as const },
    }));
  const contributors = (credit?.organizations ?? [])
    .filter(isForeign)
    .map((name) => ({ reason: { signal: 'wire', value: name, where: 'credit' } }));
  return [...signed, ...contributors];
}

/** Agency pictures belong to the agency, whatever a publisher that is not the agency may allow. */
function isPublishersOwn({ credit, caption }: Image, publisher: string): boolean {
  const owners = agenciesIn(publisher);
  return agenciesIn(credit ?? caption ?? '').every((agency) => owners.includes(agency));
}

/** A licence of the publisher covers its own pictures: what others lent it is shown from its address at most. */
function withRights(image: Image, { rights, publisher }: ArticleRecord): Image {
  const said = image.credit ?? '';
  const isLent = LENT.any.test(said) && !said.toLowerCase().includes(publisher.name.toLowerCase());
  return isLent && rights.images === 'copy' ? { ...image, rights: 'link' } : image;
}

/** Copying needs a licence that covers pictures; pointing at the publisher's own file does not. */
function imagesByMode(mode: ReuseMode, licence: Licence | undefined): Rights['images'] {
  if (mode === 'excerpt') return 'link';
  if (mode !== 'full') return 'none';
  const scope = licence?.scope;
  return !scope || /\b(?:all|everything|images?|photos?|pictures?)\b/i.test(scope)
    ? 'copy'
    : 'link';
}

/** From the start of the first day to the end of the last one, in UTC. */
function isInForce(licence: Licence | undefined, now: Date): boolean {
  const today = now.toISOString().slice(0, 10);
  return (
    licence !== undefined &&
    (licence.from === undefined || licence.from <= today) &&
    (licence.until === undefined || today <= licence.until)
  );
}

/** `until` is told, not enforced: whether a copy may stay after the term is in the contract. */
function recordedLicence({ basis, reference, until }: Licence): NonNullable<Rights['licence']> {
  return { basis, reference, ...(until === undefined ? {} : { until }) };
}

function byStrictness(a: Rights['reasons'][number], b: Rights['reasons'][number]): number {
  const rank = ({ effect }: typeof a) =>
    effect === undefined ? MODES.length : MODES.indexOf(effect);
  return rank(a) - rank(b);
}
