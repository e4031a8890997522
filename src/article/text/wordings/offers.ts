import type { Wording } from './wording.ts';

interface Offer extends Pick<Wording, 'languages' | 'drops' | 'keeps'> {
  /** Who is spoken to, as a pattern. */
  reader: string;
}

/** Who is spoken to. Words that are others in a language beside it, such as "du", need company. */
const OFFERED_TO: Offer[] = [
  {
    languages: 'en',
    reader: 'you|your',
    drops: ['Your harbour, in our e-paper', 'Listen to our podcast wherever you are'],
    keeps: [
      'The newsletter of the rowing club was read aloud on the quay.',
      'Your podcast, the mayor told the captain, was late.',
    ],
  },
  {
    languages: 'de',
    reader:
      'sie|ihnen|ihre?[mnrs]?|dich|dir|deine?[mnrs]?|euch|hier|(?:bekomm|erhält|bleib|find|kann|will|möchte|lies|hör)s?t du|(?:wenn|was|dass|damit) du',
    drops: [
      'Der Newsletter des Hafens: für Sie jeden Morgen',
      'Hier hören Sie unseren Podcast zum Hafen, wenn Sie wollen.',
    ],
    keeps: [
      'Das E-Paper des Hafenblatts erschien am Montag zum letzten Mal.',
      'Den Newsletter schrieb sie selbst.',
    ],
  },
  {
    languages: 'fr',
    reader: 'vous|votre|vos|tes?|tu',
    drops: ['La newsletter du port, pour vous', 'Un podcast du quai à écouter quand vous voulez'],
    keeps: [
      'La newsletter du port est née au printemps, dit la capitaine.',
      'Je lis la newsletter, dit la capitaine.',
    ],
  },
  {
    languages: 'es it',
    reader: 'te|tus?|ti|usted',
    drops: ['La newsletter del puerto que te gusta', 'Un podcast del molo per te'],
    keeps: ['El puerto cerró su newsletter.', 'El podcast de la capitana habla de sopa.'],
  },
  {
    languages: 'nl',
    reader: 'jouw|uw|hier|(?:wil|kun|krijg|ontvang|meld|schrijf|volg|vind|lees|luister) (?:je|u)',
    drops: ['Met de newsletter krijg je het havennieuws', 'De podcast vind je hier'],
    keeps: ['De newsletter van de haven is gestopt.', 'Zij sprak in de podcast over soep.'],
  },
];

/** "Our channel". */
const OWN_CHANNEL = String.raw`(?:our|unser\p{L}*|notre|nuestro|nostro|onze|nosso) (?:channel|kanal|chaîne|canale?|kanaal)`;

const OFFERED = `(?:newsletters?|${OWN_CHANNEL}|whats ?app[- ](?:kanal|channel)|push-nachrichten|(?:news|nachrichten)-?app|e-?paper)`;

/** An offer to the reader in person: what is offered, and to whom, before or after it. */
function toReader({ reader: words, ...row }: Offer): Wording {
  const reader = `(?<!\\p{L})(?:${words})(?!\\p{L})`;
  return {
    ...row,
    name: `offer-${row.languages.replaceAll(' ', '-')}`,
    appliesTo: 'pattern',
    mostCharacters: 260,
    pattern: new RegExp(
      `\\b${OFFERED}\\b(?:.*${reader}|(?<=${reader}.*))|\\bpodcast\\b.{0,200}${reader}`,
      'iu',
    ),
  };
}

export const OFFERS: Wording[] = OFFERED_TO.map(toReader);
