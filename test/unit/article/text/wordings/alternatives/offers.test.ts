import { OFFERS } from '../../../../../../src/article/text/wordings/offers.ts';
import { walkAlternatives } from '../../../../../support/article/walked-alternatives.ts';

/** An offer before the reader, after the reader, and one that is listened to. */
const offered = (readers: string): string[] =>
  readers
    .split('|')
    .flatMap((reader) => [
      `The newsletter ${reader}`,
      `For ${reader} the newsletter`,
      `A podcast ${reader}`,
    ]);
const channels =
  'our channel|unser Kanal|notre chaîne|nuestro canal|nostro canale|onze kanaal|nosso canal|WhatsApp-Kanal|WhatsApp channel|Push-Nachrichten|News-App|Nachrichten-App|E-Paper'.split(
    '|',
  );

const lines = (readers: string): string => {
  const [first = ''] = readers.split('|');
  return [...offered(readers), ...channels.map((channel) => `${channel} ${first}`)].join('|');
};

walkAlternatives(OFFERS, {
  'offer-en': lines('you|your'),
  'offer-de': lines(
    'Sie|Ihnen|Ihr|dich|dir|dein|euch|hier|bekommst du|erhältst du|bleibst du|findst du|kannst du|willst du|möchtest du|liest du|hörst du|wenn du|was du|dass du|damit du',
  ),
  'offer-fr': lines('vous|votre|vos|te|tu'),
  'offer-es-it': lines('te|tu|ti|usted'),
  'offer-nl': lines(
    'jouw|uw|hier|wil je|kun je|krijg je|ontvang je|meld je|schrijf je|volg je|vind je|lees je|luister je|lees u',
  ),
});
