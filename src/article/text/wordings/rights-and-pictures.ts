import { anyCase } from '../../../page/any-case.ts';
import { ANY_AGENCY } from '../../names/agency-signature.ts';
import type { Wording } from './wording.ts';

const COPYRIGHT = anyCase('copyright');
/** What a line about a picture begins by. */
const LABEL = anyCase(
  [
    'photos?|photograph|images?|pictured?|credits?|illustration|file photo|source',
    'fotos?|bild|bilder|ljósmynd|quelle|bron|kuva|zdroj|fot\\.?',
  ].join('|'),
);
const LABEL_END = anyCase('by|credit|courtesy');
/** What stands before the maker's name at the end of a caption. */
const LABEL_AT_END = anyCase('credit|photo(?: by)?|picture|image|foto|bild|fot|ljósmynd');
/** A sentence's end, a bracket or a dash; in a line that goes on without any, a capital shows that a label begins. */
const BEFORE_LABEL = String.raw`^|[.…!?)\]|/–—-]["”’»]?\s*|\(|\s(?=Credit|Photo)`;

/** Rights notices, and credits and captions of pictures that stand as lines of their own. */
export const RIGHTS_AND_PICTURES: Wording[] = [
  {
    name: 'copyright',
    languages: 'any',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern: new RegExp(
      `^\\W*(?:(?:${COPYRIGHT}\\W{0,3})?(?:©|\\([cC]\\))|${COPYRIGHT} (?:by |of )?[\\p{Lu}\\d]).{0,200}$`,
      'u',
    ),
    isFormula: true,
    drops: ['© 2026 The Quay', 'Copyright 2026 The Quay. It may not be published.'],
    keeps: [
      'The ferry is called “©”, of all names.',
      'Under copyright law the picture of the ferry is hers.',
      'Copyright holders told the court that the soup was theirs.',
    ],
  },
  {
    name: 'all-rights-reserved',
    languages: 'en de fr ko',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /(?:^|[.!?|] )\W*(?:all rights reserved|alle rechte vorbehalten|tous droits réservés)(?=\s*(?:$|[.!|)\]]|by ))|무단 ?전재/iu,
    drops: ['The Quay. All rights reserved.', 'The Quay | Alle Rechte vorbehalten.'],
    keeps: [
      'All rights of the fishermen are reserved for the winter.',
      'All rights reserved for the islanders were sold in 1904.',
    ],
    isFormula: true,
  },
  {
    name: 'not-to-be-reproduced',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern: /\b(?:may not|not to) be (?:published|reproduced|republished)\b/i,
    drops: [
      'Written by Ann Lee for our readers. Not to be reproduced without permission.',
      'This material may not be republished without leave.',
    ],
    keeps: [
      'The judge said that the list of passengers may not be published.',
      'The paintings are not to be reproduced on posters without the painter’s leave.',
    ],
  },
  {
    name: 'picture-label',
    languages: 'en de fr nl is fi cs pl',
    appliesTo: 'pattern',
    mostCharacters: 130,
    pattern: new RegExp(
      `^\\W*(?:${LABEL})\\s*(?:${LABEL_END})?\\s*[:/©|]\\s*(?![\\s\\p{Ll}]).{2,100}$`,
      'u',
    ),
    isFormula: true,
    drops: ['Photo: Ann Lee', 'Quelle: Hafenamt'],
    keeps: [
      'Pictures of the storm hang in the bar.',
      'Picture: the word stood on every wall of the harbour.',
    ],
  },
  {
    name: 'picture-credit-with-day',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 400,
    pattern: /\([^()]{2,80}\/ ?\p{L}{3,9}\.? \d{1,2}, \d{4}\)\W*$/iu,
    isFormula: true,
    drops: [
      'The harbour office in the storm of last winter. (Ann Lee / June 6, 2026)',
      'The quay. (Bob Ray/Jan. 2, 2026)',
    ],
    keeps: [
      'The harbour office was built in the storm (it is said) on June 6, 2026.',
      'The fare is two coins (children one / dogs none).',
    ],
  },
  {
    name: 'picture-label-at-end',
    languages: 'en de pl is',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern: new RegExp(
      `(?:${BEFORE_LABEL})(?:${LABEL_AT_END})\\s*:\\s*(?![\\s\\p{Ll}])(?:[^.!?:]{2,60}\\)?\\.?|.{0,48})$`,
      'u',
    ),
    isFormula: true,
    drops: [
      'A map of the quay in the storm of last winter. Credit: Ann Lee.',
      'Die Mole im Winter. Bild: Archiv der Stadt',
    ],
    keeps: [
      'Das Bild stellte sie auch auf Instagram, wo es Tausende sahen.',
      'The credit is hers: she saw the picture first. So did the mayor.',
      'The play ends by a famous picture: a boy with a fish',
      'The club has a new public image: younger, louder and richer.',
    ],
  },
  {
    name: 'picture-holder-at-end',
    languages: 'any',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern: /(?<=\s)©\s?[\p{L}\d .,&/-]{2,40}$/u,
    isFormula: true,
    drops: ['The quay in the storm of last winter © Ann Lee', 'Die Mole © Hafenamt, 2026'],
    keeps: ['The sign © is put on soup, the lawyer told the court.', 'She wrote “©” on the ferry.'],
  },
];

/** Whose a picture is: agencies, and who gives pictures away. */
const MAKER = `(?:${ANY_AGENCY}|${anyCase('unsplash|ap photo|afp photo|pixabay|pexels')})(?:/[^/]{2,40})?\\)?`;
/** Longer lines that end by an agency are sentences or captions. */
export const MOST_OF_A_MAKER = 90;

/** What ends by the agency that a picture is of. */
export const PICTURES_OF_AGENCIES: Wording[] = [
  {
    name: 'picture-of-an-agency',
    languages: 'any',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_MAKER,
    pattern: new RegExp(`(?:^|/ ?|\\bvia )${MAKER}\\W*$`, 'u'),
    isFormula: true,
    drops: ['Ann Lee/AFP', 'Picture of the quay via Unsplash.'],
    keeps: [
      'The captain said so in an interview with Reuters.',
      'The ferry is nowhere on the map.',
    ],
  },
  {
    name: 'caption-with-its-agency',
    languages: 'any',
    appliesTo: 'pattern',
    mostCharacters: MOST_OF_A_MAKER,
    // A sentence that ends by an agency has its full stop.
    pattern: new RegExp(`[\\s(]${MAKER}[^\\p{L}\\p{N}.!?…]*$`, 'u'),
    isFormula: true,
    drops: ['The harbour in the storm Reuters', 'Die Mole im Winter dpa'],
    keeps: ['She had worked for Reuters.', '“It is not on the AP,” she said.'],
  },
  {
    name: 'agency-in-brackets',
    languages: 'any',
    appliesTo: 'pattern',
    mostCharacters: 400,
    pattern: new RegExp(`\\([^()]{2,80}/ ?${ANY_AGENCY}\\)\\W*$`, 'u'),
    isFormula: true,
    drops: [
      'The harbour office on the quay in the storm of last winter, when no ferry went out. (Ann Lee/AFP)',
      'The quay. (Bob Ray / Getty Images)',
    ],
    keeps: [
      'She told the Associated Press (AP).',
      'The fare is two coins (children one / dogs none).',
    ],
  },
];
