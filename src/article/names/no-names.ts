import { type PatternRow, patternOfRows } from '../../pattern-rows.ts';
import { NO_NAME_WORDS } from './no-name-words.ts';

/** How texts begin and end that are no names. */
const EDGES: PatternRow[] = [
  {
    name: 'sign-at-start',
    pattern: String.raw`^[^\p{L}\d"“'‘@(]`,
    finds: ['– Ann Lee', '* Ann Lee', '/author/ann'],
    passes: ['“Ann” Lee', '(Ann Lee', 'Ann/Lee'],
  },
  {
    name: 'number-at-start',
    pattern: String.raw`^\d+ `,
    finds: ['3 ferries', '12 min'],
    passes: ['4Ann', 'Ann 3'],
  },
  {
    name: 'call',
    languages: 'en',
    pattern: String.raw`^(?:view|see|learn|read|more|follow|meet|for)\s`,
    finds: [
      'View Ann Lee',
      'See Ann Lee',
      'Learn it',
      'Read it',
      'More stories',
      'Follow Ann Lee',
      'Meet Ann Lee',
      'For Ann Lee',
    ],
    passes: ['Meeta Lee', 'Follett Ray'],
  },
  {
    name: 'measure',
    pattern: String.raw`^(?:size|cc by)\b`,
    finds: ['CC BY 4.0', 'Size 12'],
    passes: ['Sizemore Lee', 'Cc Lee'],
  },
  {
    name: 'question',
    pattern: '[+!?]$',
    finds: ['Ann Lee?', 'More +'],
    passes: ['Ann Lee.', 'Ann! Lee'],
  },
  {
    name: 'day-to-come',
    languages: 'en de fr',
    pattern: String.raw`\b(?:am|on|le|um)$`,
    finds: ['Ann Lee on', 'Aktualisiert am', 'Publié le', 'Ann Lee um'],
    passes: ['Ann Leeson', 'Pham'],
  },
  {
    name: 'office',
    languages: 'en',
    pattern: String.raw`^(?:head|director|chief|president|vice president|editor|member) (?:of|at|in)\b`,
    finds: [
      'Head of the harbour',
      'Director of ferries',
      'Chief of soup',
      'President of the quay',
      'Vice President of the quay',
      'Editor at large',
      'Member in the crew',
    ],
    passes: ['Headley Lee', 'Chief Ray'],
  },
  {
    name: 'reading-time',
    languages: 'en',
    pattern: String.raw`\bmin(?:ute)?s? read$`,
    finds: ['Four min read', 'A few minutes read'],
    passes: ['Min Reade', 'Ann Read'],
  },
];

/** What stands in texts that are no names. */
const WITHIN: PatternRow[] = [
  {
    name: 'address',
    pattern: String.raw`https?:|www\.`,
    finds: ['https://quay.example', 'www.quay.example'],
    passes: ['Ann Httpson', 'Www Lee'],
  },
  {
    name: 'network',
    pattern: String.raw`\b(?:rss|twitter|facebook|instagram)\b`,
    finds: ['RSS', 'Ann on Twitter', 'Ann, Facebook', 'Ann, Instagram'],
    passes: ['Ann Rssen', 'Bob Twitterton'],
  },
  {
    name: 'account',
    pattern: '@',
    finds: ['ann@quay.example', '@annlee'],
    passes: ['Ann Lee', 'Ann at Lee'],
  },
  {
    name: 'number',
    pattern: String.raw`\d{3,}`,
    finds: ['Pier 2026', 'Ann123'],
    passes: ['Ann 12', 'Pier 9'],
  },
  {
    name: 'markup',
    pattern: String.raw`[{}<>=[\]]`,
    finds: ['{{author}}', 'a = b'],
    passes: ['(Ann) Lee', 'Ann/Lee'],
  },
  {
    name: 'key',
    pattern: String.raw`(?:^|[^\p{L}\d])_|_(?![\p{L}\d])`,
    finds: ['_author', 'Ann _author', 'name_ '],
    passes: ['ann_lee', 'bob_ray'],
  },
  {
    name: 'ago',
    languages: 'en',
    pattern: String.raw`\b(?:minutes?|hours?|days?) ago\b`,
    finds: ['Some minutes ago', 'An hour ago', 'Days ago'],
    passes: ['Day Agon', 'Ann Ago'],
  },
  {
    name: 'sentence',
    languages: 'de en',
    pattern: String.raw`\p{L} (?:über|bis|nach|gegen|zwischen|about|against|between) \p{L}`,
    finds: [
      'Lee über Suppe',
      'Montag bis Freitag',
      'Reise nach Lee',
      'Ray gegen Lee',
      'Ort zwischen Inseln',
      'Lee about soup',
      'Ray against Lee',
      'Peace between crews',
    ],
    passes: ['Nach Lee', 'Ann Gegen'],
  },
  {
    name: 'date-label',
    languages: 'en de',
    pattern: String.raw`\b(?:published|updated|posted|last modified|veröffentlicht|aktualisiert|comments|kommentare)\b`,
    finds: [
      'Published today',
      'Updated today',
      'Posted today',
      'Last modified',
      'Veröffentlicht',
      'Aktualisiert',
      'No comments',
      'Kommentare',
    ],
    passes: ['Ann Postedt', 'Bob Updatedson'],
  },
  {
    name: 'hour',
    pattern: String.raw`\d[:.]\d`,
    finds: ['9:30', 'Uhr 9.30'],
    passes: ['Ann 9', 'Bob 9-3'],
  },
];

/** What stands where a name does, and is none. All rows at once: nearly every text is none. */
export const NO_NAME = patternOfRows([...EDGES, ...NO_NAME_WORDS, ...WITHIN], 'iu');
