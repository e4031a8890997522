import { expect, test } from 'vitest';
import { CORRECTION_LABELS } from '../../../../../src/article/text/wordings/corrections.ts';
import { CORRECTION_SENTENCES } from '../../../../../src/article/text/wordings/correction-sentences.ts';
import {
  CITING,
  CLOSING_NOTES,
  WRITER_HEADINGS,
} from '../../../../../src/article/text/wordings/closing-notes.ts';
import { PICTURES_OF_AGENCIES } from '../../../../../src/article/text/wordings/rights-and-pictures.ts';
import { TEMPLATE_WORDINGS } from '../../../../../src/article/text/wordings/wordings.ts';

const ROWS = [
  ...TEMPLATE_WORDINGS,
  ...PICTURES_OF_AGENCIES,
  ...CLOSING_NOTES,
  ...WRITER_HEADINGS,
  ...CITING,
  ...CORRECTION_LABELS,
  ...CORRECTION_SENTENCES,
];

/** The wordings by how many characters their lines have at the most. */
const BOUNDED: Record<number, string> = {
  40: `
    advertisement-english advertisement-romance advertisement-germanic advertisement-elsewhere
    about-the-writer about-the-writer-abroad
  `,
  60: `
    read-more-english related-english more-on-english most-read-english you-may-like-english
    share-english comments more-german more-french more-iberian-italian more-dutch-nordic
    more-slavic-turkish-asian
  `,
  90: `
    picture-of-an-agency caption-with-its-agency
  `,
  120: `
    advertisement-disclosed text-goes-on-below label-with-its-topic last-updated how-to-cite-english
    how-to-cite-german
  `,
  130: `
    pointer-in-capitals picture-label
  `,
  180: `
    text-goes-on-nordic call-es call-fr call-it call-pt call-nl call-pl call-sv-da-nb-fi
    call-cs-sk-hu-ro call-ru call-uk call-bg-el call-tr call-ar-fa-he call-hi-bn-ta call-id-vi call-ja
    call-zh call-ko call-fr-subject
  `,
  200: `
    follow-in-app-asian read-also-en read-also-de read-also-fr read-also-es-ca read-also-it read-also-pt
    read-also-nl read-also-sv-nb-da read-also-fi read-also-pl read-also-cs-sk-hu-ro read-also-hr-sr-sl
    read-also-ru-uk-bg read-also-el read-also-tr read-also-id-ms read-also-vi read-also-ar-fa-he
    read-also-ja-zh-ko signed-up-english follow-us-abroad app-german printed-copy filed-under-german
    reading-time
  `,
  220: `
    error-found write-to-the-desk
  `,
  250: `
    made-by-machine-english made-by-machine-abroad app-english follow-us-english to-your-device-english
    technical-notice
  `,
  260: `
    visit-our-pages already-a-subscriber subscription-abroad no-account-yet trial-german unsubscribe
    offer-en offer-de offer-fr offer-es-it offer-nl browser opinions-are-their-own
    desk-reserves-the-right no-comments entry-of-a-blog copyright all-rights-reserved
    not-to-be-reproduced picture-label-at-end picture-holder-at-end
  `,
  320: `
    sign-up-english mail-english subscribe-now-english newsletter-abroad newsletter-abroad-after
  `,
  400: `
    affiliate-commission-abroad affiliate-commission embedded-content-en embedded-content-de
    embedded-content-fr embedded-content-es embedded-content-it-pt embedded-content-nl-sv-nb-da
    embedded-content-pl-cs-ru terms-apply address-of-media picture-credit-with-day agency-in-brackets
  `,
  500: `
    contact-the-writer to-contact-the-reporter read-the-original follow-the-writer helpers-by-mail
    who-the-writer-is how-the-text-came editors-note note
  `,
  1_000: `
    earlier-version-en earlier-version-de earlier-version-fr earlier-version-es earlier-version-pt
    earlier-version-it earlier-version-nl earlier-version-sv earlier-version-da-nb earlier-version-fi
    earlier-version-pl earlier-version-ru earlier-version-tr earlier-version-ja earlier-version-zh
    earlier-version-ko earlier-version-ar earlier-version-id amended-en amended-de amended-fr amended-es
    amended-it amended-nl amended-sv amended-fi amended-id
  `,
  2_000: `
    correction-label-english correction-label-german correction-label-romance correction-label-northern
    correction-label-eastern correction-label-asian-african correction-label-cjk
  `,
};

// Longer lines are the article’s: a template’s label has a few words, a notice two sentences at the most, and
// only what no article can hold may be longer.
test.each(Object.entries(BOUNDED))('Lines of more than %s characters are no %s', (most, names) => {
  const bounded = ROWS.filter(({ mostCharacters }) => mostCharacters === Number(most));
  expect(bounded.map(({ name }) => name)).toEqual(names.trim().split(/\s+/));
});

test('Every wording is bounded by one of these steps.', () => {
  expect(ROWS.filter(({ mostCharacters }) => BOUNDED[mostCharacters] === undefined)).toEqual([]);
});
