import type { Credit, Paragraph } from '../../article-record.ts';
import { ANY_AGENCY } from './agency-signature.ts';
import { isName, isOrganization } from './person-name.ts';
import { hasWords } from '../../page/plain-text.ts';
import { type PatternRow, patternOfRows } from '../../pattern-rows.ts';

/** "— with AFP", "[— Reuters". */
const DASHED_AGENCY = new RegExp(
  `^[([]?\\s*[—–-]\\s*(?:with )?(?:a report from |reports from )?(?:the )?${ANY_AGENCY}`,
  'u',
);
/** Who helped, and how, before the names. */
const HELP_ROWS: PatternRow[] = [
  {
    name: 'with-help',
    languages: 'en',
    pattern: String.raw`with (?:a )?(?:reports?|reporting|additional reporting|files|inputs?|contributions?|agency inputs)\b(?: also)? (?:from|by)`,
    finds: [
      'With a report from Ann Lee',
      'With reporting by Ann Lee',
      'With additional reporting by Ann Lee',
      '(With files from Ann Lee)',
      'With inputs from PTI',
      'With contributions also from Ann Lee',
      'With agency inputs from Bob Ray',
    ],
    passes: ['With filed nails from Port Else', 'With the ferry from Port Else'],
  },
  {
    name: 'additional',
    languages: 'en',
    pattern: 'additional reporting (?:by|from)',
    finds: ['Additional reporting by Ann Lee', 'Additional reporting from Port Else'],
    passes: ['Additional reporting is due', 'Additional ferries by summer'],
  },
  {
    name: 'deed',
    languages: 'en',
    pattern: 'reporting by|reported by|writing by',
    finds: ['Reporting by Ann Lee', '(Reported by Ann Lee)', 'Writing by Ann Lee'],
    passes: ['Reporting byline wars', 'Writing about Ann Lee'],
  },
];
const ANY_HELP = HELP_ROWS.map(({ pattern }) => pattern).join('|');

/** Lines that begin by who helped. */
export const HELPED_BY = patternOfRows(HELP_ROWS, 'iu', (any) => String.raw`^\(?${any}\b`);
/** Lines that tell of a contribution. */
export const CONTRIBUTED = patternOfRows(
  [
    {
      name: 'contributed-to-this',
      languages: 'en',
      pattern: String.raw`\bcontributed (?:to|reporting (?:to|for|from)) (?:this|the) (?:\w+ )?(?:report|story|article|reporting|dispatch)(?: from [\p{L} ,.]{2,40})?\.?\)?$`,
      finds: [
        'Ann Lee contributed to this report.',
        'Ann Lee contributed reporting to the AP story',
        'Bob Ray contributed reporting for this article from Port Else.',
        'Bob Ray contributed reporting from the dispatch',
        'Ann Lee contributed to this reporting.)',
      ],
      passes: [
        'Ann Lee contributed to this report and to the soup.',
        'The wind contributed to the story of the ferry.',
      ],
    },
    {
      name: 'contributed',
      languages: 'en',
      pattern: String.raw`\bcontributed(?: reporting)?\.?\)?$`,
      finds: ['Ann Lee and Bob Ray contributed.', 'Ann Lee contributed reporting'],
      passes: ['The wind contributed much.', 'Ann Lee contributes.'],
    },
    {
      name: 'contributing-label',
      languages: 'en',
      pattern: '^contributing: ',
      finds: ['Contributing: Ann Lee', 'CONTRIBUTING: Bob Ray, The Quay'],
      passes: ['Contributing to the soup', 'Also contributing: Ann Lee'],
    },
  ],
  'iu',
);
/** "Lee reported from Port Else, and Ray from Nether Quay." */
const REPORTED_FROM =
  /^(?:AP |Associated Press )?(?:writers? )?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2} reported from \p{Lu}[^.;]{2,80}\.$/u;
const CREDITS = [DASHED_AGENCY, CONTRIBUTED.any, REPORTED_FROM, HELPED_BY.any];
const MAX_CREDIT_LENGTH = 400;

const CREDIT_LEAD = new RegExp(
  String.raw`^[([\s—–-]*(?:${ANY_HELP}|contributing|with)?[\s:]+`,
  'iu',
);
const TAIL =
  /(?:(?<!\s)\s+)?\b(?:also )?contributed(?: (?:to|reporting)\b.*)?$|(?<!\s)\s+reported from\b.*$|(?<![\s.)\]])[\s.)\]]+$/iu;

/** What parts those who helped: a mark, a word, and the place that they reported from, "in Nether Quay". */
const BETWEEN_NAMES =
  /(?:(?<!\s)\s+)?(?:[,;]|\b(?:and|with)(?=\s|$)|\bin \p{Lu}[\p{L}. ]{1,40}?(?=\s+(?:and|with)\s|[,;]|$))\s*/u;

/** Whether a line says who else worked on the report. */
export const isCredit = (text: string): boolean =>
  text.length <= MAX_CREDIT_LENGTH && CREDITS.some((pattern) => pattern.test(text));

/** "Fox News' Ann Lee, Bob Ray and The Associated Press contributed to this report." in people and organizations. */
export function parseCredit(text: string): Credit {
  const people: string[] = [];
  const organizations: string[] = [];
  const list = text.replace(CREDIT_LEAD, '').replace(TAIL, '').replace(TAIL, '');
  for (const part of list.split(BETWEEN_NAMES)) {
    const owned = /^(.{2,40}?)['’]s?\s+(?=\p{Lu})/u.exec(part);
    const name = (owned ? part.slice(owned[0].length) : part)
      .replace(/^(?:the )?(?:reporter|writer|staff writer|correspondent)s? /i, '')
      .trim();
    const owner = owned?.[1]?.trim();
    if (owner && !organizations.includes(owner)) organizations.push(owner);
    if (!isName(name)) continue;
    const group = isOrganization(name) ? organizations : people;
    const kept = name.replace(/^the (?=\p{Lu})/iu, '');
    if (!group.includes(kept)) group.push(kept);
  }
  return { text, people, organizations };
}

/** Takes the credit lines off the end of a body. */
export function splitCredit(paragraphs: Paragraph[]): { body: Paragraph[]; credit?: Credit } {
  // A credit is among the last lines; what follows it may be a note or a promo.
  for (let at = paragraphs.length - 1; at >= Math.max(1, paragraphs.length - 4); at -= 1) {
    const text = paragraphs[at]?.text ?? '';
    if (!isCredit(text)) continue;
    return { body: endedByText(paragraphs.toSpliced(at, 1)), credit: parseCredit(text) };
  }
  return { body: endedByText(paragraphs) };
}

/** Without the line of dashes that parts the text from a credit or a note. */
const endedByText = (paragraphs: Paragraph[]): Paragraph[] =>
  paragraphs.slice(0, paragraphs.findLastIndex(({ text }) => hasWords(text)) + 1);
