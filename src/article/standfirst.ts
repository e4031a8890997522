import type { Block } from './blocks.ts';
import { isTemplateText, isTimestamp } from './boilerplate-text.ts';
import { folded } from './plain-text.ts';
import type { Region } from './region.ts';

const NAMES =
  /(?:^|[\s_-])(?:dek|deck|standfirst|stand-first|sub-?(?:title|head|headline|heading|hed)|summary|lead|lede|leadin|lead-in|intro|introduction|excerpt|description|abstract|chapo|chapeau|vorspann|anriss|preface|preamble|ingress|entradilla|bajada|sumario|sommario|tagline|teaser-?text|short-?text|perex)(?=$|[\s_-])/i;
const HUMP = /([a-z\d])(?=[A-Z])/g;
const MIN_LENGTH = 25;
const MAX_LENGTH = 700;
const MIN_MATCH = 30;

function isNamed(block: Block): boolean {
  let at: Region | undefined = block.region;
  for (let up = 0; at && up < 2; up += 1) {
    const label =
      `${at.element.attribs['class'] ?? ''} ${at.element.attribs['itemprop'] ?? ''}`.replace(
        HUMP,
        '$1-',
      );
    if (NAMES.test(label)) return true;
    at = at.parent;
  }
  return false;
}

/** Whether one text is the start of the other: descriptions are often cut. */
function says(text: string, description: string): boolean {
  const [a, b] = [folded(text), folded(description)];
  const length = Math.min(a.length, b.length);
  return length >= MIN_MATCH && a.slice(0, length) === b.slice(0, length);
}

/**
 * The sentence or two between headline and body that sum the article up: a block named so, or one that the
 * page's own description repeats. `before` are the blocks between headline and body.
 */
export function findStandfirst(before: Block[], descriptions: string[]): Block | undefined {
  return before.find((block) => {
    const { text, linkChars } = block;
    if (text.length < MIN_LENGTH || text.length > MAX_LENGTH || linkChars > text.length * 0.5)
      return false;
    if (isTemplateText(text) || isTimestamp(text)) return false;
    return descriptions.some((description) => says(text, description)) || isNamed(block);
  });
}

const SENTENCE = /[.!?…。！？।]["'”’»›)\]]*$/;

/** A standfirst in sentences opens the text; one that is set like a headline is the subtitle. */
export function splitStandfirst(standfirst: Block | undefined): {
  lead: Block[];
  subtitle?: string;
} {
  if (!standfirst) return { lead: [] };
  return SENTENCE.test(standfirst.text)
    ? { lead: [{ ...standfirst, kind: 'p' }] }
    : { lead: [], subtitle: standfirst.text };
}
