import { ANY_AGENCY } from '../../names/agency-signature.ts';
import type { Wording } from './wording.ts';

/** Rights notices, and credits and captions of pictures that stand as lines of their own. */
export const RIGHTS_AND_PICTURES: Wording[] = [
  {
    name: 'copyright',
    languages: 'any',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern: /^\W*(?:©|\(c\)|copyright\b).{0,200}$/i,
    drops: ['© 2026 The Quay', 'Copyright The Quay'],
    keeps: [
      'The ferry is called “©”, of all names.',
      'Under copyright law the picture of the ferry is hers.',
    ],
  },
  {
    name: 'all-rights-reserved',
    languages: 'en de fr ko',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern:
      /\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés\b|\b(?:may not|not to) be (?:published|reproduced|republished)\b|무단 ?전재/i,
    drops: [
      'The Quay. All rights reserved.',
      'Written by Ann Lee for The Quay. Not to be reproduced without permission.',
    ],
    keeps: [
      'All rights of the fishermen are reserved for the winter.',
      'The list of passengers may be published by the harbour office.',
    ],
  },
  {
    name: 'picture-label',
    languages: 'en de fr nl is fi cs pl',
    appliesTo: 'pattern',
    mostCharacters: 130,
    pattern:
      /^\W*(?:photos?|photograph|images?|pictured?|fotos?|bild|bilder|ljósmynd|credits?|illustration|file photo|source|quelle|bron|kuva|zdroj|fot\.?)\b\s*(?:by|credit|courtesy)?\s*[:/©|].{2,100}$/i,
    drops: ['Photo: Ann Lee', 'Quelle: Hafenamt'],
    keeps: ['Pictures of the storm hang in the bar.', 'The source of the soup is not known.'],
  },
  {
    name: 'picture-credit-with-day',
    languages: 'en',
    appliesTo: 'pattern',
    mostCharacters: 400,
    pattern: /\([^()]{2,80}\/ ?\p{L}{3,9}\.? \d{1,2}, \d{4}\)\W*$/iu,
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
    pattern:
      /\b(?:credit|photo(?: by)?|picture|image|foto|bild|fot|ljósmynd)\s*:\s*(?:[^.!?:]{2,60}\)?\.?|(?:screenshot|archiv|privat)\b.{0,40})$/i,
    drops: [
      'A map of the quay in the storm of last winter. Credit: Ann Lee.',
      'Die Mole im Winter. Bild: Archiv der Stadt',
    ],
    keeps: [
      'Das Bild stellte sie auch auf Instagram, wo es Tausende sahen.',
      'The credit is hers: she saw the picture first. So did the mayor.',
    ],
  },
  {
    name: 'picture-holder-at-end',
    languages: 'any',
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern: /(?<=\s)©\s?[\p{L}\d .,&/-]{2,40}$/u,
    drops: ['The quay in the storm of last winter © Ann Lee', 'Die Mole © Hafenamt, 2026'],
    keeps: ['The sign © is put on soup, the lawyer told the court.', 'She wrote “©” on the ferry.'],
  },
];

/** Whose a picture is: agencies, and who gives pictures away. */
const MAKER = `(?:${ANY_AGENCY}|(?i:unsplash|ap photo|afp photo|pixabay|pexels))(?:/[^/]{2,40})?\\)?`;
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
    drops: ['The harbour in the storm Reuters', 'Die Mole im Winter dpa'],
    keeps: ['She had worked for Reuters.', '“It is not on the AP,” she said.'],
  },
  {
    name: 'agency-in-brackets',
    languages: 'any',
    appliesTo: 'pattern',
    mostCharacters: 400,
    pattern: new RegExp(`\\([^()]{2,80}/ ?${ANY_AGENCY}\\)\\W*$`, 'u'),
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
