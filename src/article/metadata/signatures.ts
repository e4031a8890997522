import { endsSentence } from '../../page/sentence.ts';
import type { Block } from '../../page/blocks/blocks.ts';
import { metaTexts } from '../../page/meta-tags.ts';
import type { Page } from '../../page/page.ts';
import { ldText, listOf } from '../../page/ld-nodes.ts';
import { resolve } from '../../page/page-data/structured-data.ts';
import type { Agency } from '../names/agencies.ts';
import {
  agencyFiling,
  agencyHolding,
  agencyOfLine,
  agencySigningOff,
} from '../names/agency-dateline.ts';
import { agencyOf, agenciesSigning } from '../names/agency-signature.ts';
import { startsByline } from '../names/person-name.ts';
import type { AgencySignature } from '../scraped.ts';
import type { PageText } from '../text/article-text.ts';

const RIGHTS_META = ['dc.rights', 'dcterms.rights', 'dcterms.rightsholder', 'copyright'];

type Where = AgencySignature['where'];

const PICTURE = new Set(['figure', 'figcaption', 'picture']);

/** What stands at a picture says whose the picture is. */
const isAtPicture = ({ region }: Block): boolean =>
  region.closest(({ element }) => PICTURE.has(element.name)) !== undefined;

/** Longer lines are sentences. */
const MOST_OF_A_BYLINE = 140;

function* statedAuthors(page: Page): Iterable<Agency | undefined> {
  const { writers, claimedWriters } = page.says;
  for (const { names, isOrganization } of [...writers.structured, ...claimedWriters]) {
    for (const name of names) {
      yield* agenciesSigning(name, isOrganization ? 'organization' : 'unknown');
    }
  }
  for (const name of writers.meta) yield* agenciesSigning(name);
}

/** The byline as it is printed: an agency in it stands beside a writer's name, or on the line below. */
function* printedBylines(near: Block[], authors: string[]): Iterable<Agency | undefined> {
  const isPrinted = (author: string): boolean => near.some(({ text }) => text.includes(author));
  for (const author of authors) if (!isPrinted(author)) yield* agenciesSigning(author);
  let isBelowByline = false;
  for (const block of near) {
    const { text } = block;
    const isLine = text.length <= MOST_OF_A_BYLINE && !isAtPicture(block);
    const isByline =
      isLine &&
      (startsByline(text) ||
        (!endsSentence(text) && authors.some((author) => text.includes(author))));
    if (isByline) yield* agenciesSigning(text);
    else if (isLine && isBelowByline) yield agencyOf(text);
    isBelowByline = isByline;
  }
}

/** Lines below the text among which its owner is named. */
const MOST_BELOW = 4;

function* closingLines(body: Block[], { scope }: PageText): Iterable<Agency | undefined> {
  const last = body.at(-1);
  if (!last) return;
  yield agencySigningOff(last.text);
  const after = scope.indexOf(last) + 1;
  if (after === 0) return;
  for (const block of scope.slice(after, after + MOST_BELOW)) {
    if (block.kind === 'p' && !isAtPicture(block)) yield agencyOfLine(block.text);
  }
}

/** Who holds the rights, by what the page's data says of them. */
function* holders({ ld, meta }: Page): Iterable<Agency | undefined> {
  const nodes = [ld.article, ...ld.inItsPlace];
  const named = [
    ...nodes.flatMap((node) => listOf(node['copyrightHolder'])),
    // Of the page's own article it is the record's source.
    ...ld.inItsPlace.flatMap((node) => listOf(node['sourceOrganization'])),
  ];
  for (const one of named) {
    yield* agenciesSigning(ldText(resolve(one, ld)) ?? '', 'organization');
  }
  const notices = [
    ...nodes.map((node) => ldText(node['copyrightNotice']) ?? ''),
    ...metaTexts(meta, ...RIGHTS_META),
  ];
  for (const notice of notices) yield agencyHolding(notice);
}

/** The agencies that sign the article, each once, and where: what they only helped with names them in the credit. */
export function findSignatures(
  page: Page,
  text: PageText,
  body: Block[],
  authors: string[],
): AgencySignature[] {
  const places: [Where, Iterable<Agency | undefined>][] = [
    ['author', statedAuthors(page)],
    ['byline', printedBylines(text.near, authors)],
    ['dateline', [agencyFiling(body[0]?.text ?? '')]],
    ['text', closingLines(body, text)],
    ['rights', holders(page)],
  ];
  const found = new Map<string, AgencySignature>();
  for (const [where, agencies] of places) {
    for (const agency of agencies) {
      if (agency && !found.has(agency.id)) found.set(agency.id, { agency: agency.name, where });
    }
  }
  return [...found.values()];
}
