import type { Block } from '../../page/blocks/blocks.ts';
import { endsSentence } from '../../page/sentence.ts';
import type { Witnesses } from './second-sign.ts';
import { templateRule } from './template-text.ts';
import { isTimestamp } from './timestamp.ts';
import { PICTURE_WORDS } from '../../page/element-names/hint-words.ts';
import { hyphenated } from '../../page/element-words.ts';
import { folded } from '../../page/plain-text.ts';
import type { Region } from '../../page/blocks/region.ts';
import { partOfName, patternOfRows } from '../../pattern-rows.ts';

/** What templates call the element that sums an article up. */
export const STANDFIRST_NAMES = patternOfRows(
  [
    {
      name: 'deck',
      languages: 'en',
      pattern: 'dek|deck|standfirst|stand-first|lead|leadin|lede|tagline',
      finds: [
        'article-dek',
        'deck',
        'standfirst',
        'stand-first',
        'story_lead',
        'leadin',
        'lede',
        'tagline',
      ],
      passes: ['decking', 'leader-board'],
    },
    {
      name: 'subheadline',
      languages: 'en',
      pattern: 'sub-?(?:title|head|headline|heading|hed)',
      finds: ['subtitle', 'sub-head', 'article-subheadline', 'subheading', 'sub-hed'],
      passes: ['subtitles', 'title'],
    },
    {
      name: 'summary',
      languages: 'en fr',
      pattern:
        'summary|intro|introduction|excerpt|description|abstract|preface|preamble|teaser-?text|short-?text',
      finds: [
        'summary',
        'intro',
        'introduction',
        'post-excerpt',
        'description',
        'abstract',
        'preface',
        'preamble',
        'teaser-text',
        'shorttext',
      ],
      passes: ['summaryless', 'short-story'],
    },
    {
      name: 'standfirst-abroad',
      languages: 'fr de sv nb da es it cs',
      pattern: 'chapo|chapeau|vorspann|anriss|ingress|entradilla|bajada|sumario|sommario|perex',
      finds: [
        'article__chapo',
        'chapeau',
        'vorspann',
        'anriss',
        'ingress',
        'entradilla',
        'bajada',
        'sumario',
        'sommario',
        'perex',
      ],
      passes: ['ingresso', 'bajadas'],
    },
  ],
  'i',
  partOfName,
);
const MIN_STANDFIRST_LENGTH = 25;
const MAX_STANDFIRST_LENGTH = 1_000;
const MIN_MATCH = 30;
const MATCH = 60;
/** Lines after the headline among which a sentence is the standfirst, whatever it is called. */
const RIGHT_BELOW = 3;
const MIN_SENTENCE = 60;

const PICTURE_ELEMENTS = new Set(['figure', 'figcaption', 'picture', 'aside']);
const CALLED_PICTURE = new Set([...PICTURE_WORDS.split(' '), 'caption', 'video', 'videos']);

const isInPicture = ({ region }: Block): boolean =>
  region.closest(
    ({ element, hint }) =>
      PICTURE_ELEMENTS.has(element.name) || (hint !== undefined && CALLED_PICTURE.has(hint.word)),
  ) !== undefined;

const UNSEEN_WORDS = new Set(['hidden', 'modal', 'popup']);

const isUnseen = ({ region }: Block): boolean =>
  region.closest(({ hint }) => hint !== undefined && UNSEEN_WORDS.has(hint.word)) !== undefined;

function isCalledStandfirst(block: Block): boolean {
  let at: Region | undefined = block.region;
  for (let up = 0; at && up < 2; up += 1) {
    const { class: classes = '', itemprop = '' } = at.element.attribs;
    const label = hyphenated(`${classes} ${itemprop}`);
    if (STANDFIRST_NAMES.any.test(label)) return true;
    at = at.parent;
  }
  return false;
}

/** Whether one text holds the start of the other: descriptions are often cut, and standfirsts begin with a place. */
function says(text: string, description: string): boolean {
  const [a, b] = [folded(text), folded(description)];
  if (Math.min(a.length, b.length) < MIN_MATCH) return false;
  return a.includes(b.slice(0, MATCH)) || b.includes(a.slice(0, MATCH));
}

/**
 * The sentence or two between headline and body that sum the article up: a block named so, or one that the
 * page's own description repeats. `before` are the blocks between headline and body, `pictured` the regions that a
 * picture stands in.
 */
export function findStandfirst(
  before: Block[],
  descriptions: string[],
  pictured: Set<Region>,
  witnesses: Witnesses,
): Block | undefined {
  return before.find((block, at) => {
    const { text, linkChars } = block;
    if (
      text.length < MIN_STANDFIRST_LENGTH ||
      text.length > MAX_STANDFIRST_LENGTH ||
      linkChars > text.length * 0.5
    )
      return false;
    if (templateRule(block, witnesses) !== undefined || isTimestamp(text) || isUnseen(block))
      return false;
    if (descriptions.some((description) => says(text, description))) return true;
    if (isInPicture(block)) return false;
    const isLong = text.length >= MIN_SENTENCE && endsSentence(text);
    return isCalledStandfirst(block) || (at < RIGHT_BELOW && isLong && !pictured.has(block.region));
  });
}

/** A standfirst in sentences opens the text; one that is set like a headline is the subtitle. */
export function splitStandfirst(standfirst: Block | undefined): {
  lead: Block[];
  subtitle?: string;
} {
  if (!standfirst) return { lead: [] };
  return endsSentence(standfirst.text)
    ? { lead: [{ ...standfirst, kind: 'p' }] }
    : { lead: [], subtitle: standfirst.text };
}
