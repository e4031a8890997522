import { expect, test } from 'vitest';
import { templateWording } from '../../../../src/article/text/template-text.ts';
import { article, articleOf, FIRST, PARAGRAPHS, SECOND, THIRD } from '../ferry-page.ts';

const escaped = (line: string): string => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const HEAD = '<meta property="og:site_name" content="The Quay">';
const textsOf = (content: string): string[] =>
  articleOf(article(content), HEAD).paragraphs.value.map(({ text }) => text);
const amid = (line: string): string[] =>
  textsOf(`<p>${FIRST}</p><p>${SECOND}</p><p>${escaped(line)}</p><p>${THIRD}</p>`);
const ending = (line: string): string[] => textsOf(`${PARAGRAPHS}<p>${escaped(line)}</p>`);

test.each([
  'For the latest ferry news download the Quay apps for iOS and Android.',
  'Get the harbour news straight to your phone.',
  'If you’re already a subscriber, you can log in.',
  'To view the full story, please subscribe to The Quay.',
  'Pour lire la suite, créez votre compte',
  'Sie sind aktuell nicht eingeloggt.',
  'Sie haben kein aktives AboUnterstützen Sie das Hafenblatt.',
  'Síguenos en Telegram e Instagram',
  'The Quay is not responsible for the opinions of its guests.',
  'Keine Kommentare (sie erscheinen erst nach Freigabe)',
  'This entry was posted in Harbour.',
  'Anzeige, enthält Affiliate Links',
  'Letzte Aktualisierung: 17.01.2026',
  'Von Ann Lee. Abgelegt unter Hafen. Sie können alle Antworten zu diesem Eintrag verfolgen.',
  'Nouveau : découvrez nos offres du port !',
  'Visit our harbour / ferries section for the latest on this subject.',
  'Written by Ann Lee for The Quay. Not to be reproduced without permission.',
  'Ihr Browser ist veraltet. Bitte laden Sie einen neuen.',
  'Don’t have an account? Create one',
  '3 Wochen kostenlos testen',
  'Zugang zu allem, monatlich kündbar.',
  'Fehler gefunden? Jetzt melden.',
  'Get in touch with our harbour desk by post.',
  'For more stories like this, check our harbour page.',
  'Schlagwörter Hafen, Fähre, Suppe',
  '4 min read',
  'Lesezeit: 3 Minuten',
  'Permalink: https://quay.example/1',
  'Aktuelle Nachrichten aufs Handy? Hier geht es zur App.',
  'The quay in the storm of last winter © Ann Lee',
  'Die Mole im Winter. Bild: Archiv der Stadt',
  'Abonnez-vous à notre lettre du port',
  '(责任编辑：李安)',
  '▶ Подписывайтесь на наш канал о паромах',
  'اقرأ أيضا: العبارة متأخرة',
  'यह भी पढ़ें: नाव फिर देर से आई',
  'Iscriviti alla newsletter del molo',
  'Top stories',
  'Follow your favorites to get the news of their ferries',
  'A map of the quay in the storm of last winter. Credit: Ann Lee.',
  'GALLERY: The harbour in the storm',
  '27 commentaires',
  'Related: “A winter without ferries in the port”',
  'Comments are closed.',
  'The opinions expressed by our guests are their own and do not necessarily represent the views of the quay.',
  'Show Thumbnails',
  'Receive harbour news directly to your desktop',
  'The harbour office in the storm of last winter. (Ann Lee / June 6, 2026)',
  'https://www.instagram.com/p/soup/',
  'https://quay.example/soup.jpg?w=100',
  '{ "modules": [{"name": "soup"}] }',
  `{ "modules": [{"name": "soup"}], "byline": "${'Ann Lee, '.repeat(60)}" }`,
  'Like this topic? You may also like these photo galleries:',
  'The quay in the storm Ann Lee/Belga',
  'The quay in the storm (Ann Lee / Belga)',
  'Picture of the quay via Unsplash.',
  'CREDIT: A. Lee (Quay+Pier); TNN/Harbour Office; Port Else Archive/ Nether Quay; OUTER/ISLANDS/Ferry.',
  'Sign up to follow the harbour, and we’ll e-mail you when there is news.',
  'The harbour office on the quay of Port Else in the storm of last winter, when no ferry went out. (Ann Lee/AFP/Getty Images)',
])('"%s" is the template’s', (text) => {
  expect(amid(text)).toEqual([FIRST, SECOND, THIRD]);
});

test.each([
  'The timetable app is out for iOS and, since Tuesday, for Android, the harbour office said.',
  'Passengers may cancel at any time, and many did when the storm came in over the outer islands.',
  'The mayor said that she was already a member of the rowing club when the pier was built.',
  'No comments were to be had from the harbour office, which was closed for the afternoon.',
  'The ferry needs 4 min more than it did.',
  'Abonnez, disait-elle, et le port vivra: la salle a ri longtemps de ce mot de la capitaine.',
  '카카오톡이 25일 오전 멈췄다고 항만 사무소가 밝혔다.',
  'Sur le même sujet, la capitaine a dit que le port restait ouvert.',
  'Bunları da liman müdürü söyledi.',
  'Das Bild stellte sie auch auf Instagram, wo es Tausende sahen.',
  'Der Vertrag mit der Reederei ist monatlich kündbar.',
  'Die Warnung kommt aufs Handy, wenn man die App der Reederei hat.',
  'Читателей в порту стало больше, сказала капитан парома.',
  'Datum und Ort stehen noch nicht fest, sagte die Hafenmeisterin.',
  'Sie haben kein Abonnement gewollt, sondern eine Fähre, sagte Lee.',
  'The captain said so in an interview with Reuters.',
  'The ferry is nowhere on the map.',
  'Get in touch, the harbour office told the fishermen, and they did.',
  'https://quay.example/petition',
  'More: the ferry is late, too.',
  'The views expressed on the quay were all about soup.',
  'The court found that the town is responsible for the opinions that its clerk had put on the wall.',
])('"%s" is the article’s', (text) => {
  expect(amid(text)).toEqual([FIRST, SECOND, text, THIRD]);
});

test.each([
  'To contact the reporter on this story: Ann Lee in Port Else at ann.lee@quay.example',
  'See more by Ann Lee on Quay.example.',
  'Read more about ferries in our ferry pages.',
  'Read the original article on The Quay.',
  'Cross-posted from the harbour’s own pages.',
  'An earlier version of this article gave the wrong soup.',
  'Disclaimer: the quay owns the soup.',
  '(This story was refiled to mend the name of the soup in the second paragraph)',
])('"%s" closes an article', (text) => {
  expect(ending(text)).toEqual([FIRST, SECOND, THIRD]);
});

test.each([
  ['Quayside/Unsplash', 'picture-of-an-agency'],
  ['Quayside via Pixabay', 'picture-of-an-agency'],
  ['Quayside via pexels.', 'picture-of-an-agency'],
  ['The quay at dawn via Instasplash', undefined],
  [
    `The quay in the storm, ${'and the pier too, '.repeat(4)}at dawn. (Ann Lee/AFP)`,
    'agency-in-brackets',
  ],
])('the picture’s line “%s” is told by %s', (line, name) => {
  expect(templateWording(line)?.name).toBe(name);
});

test('what somebody is quoted with makes no sentence a template’s', () => {
  const line = 'The sign reads “Sign up for the newsletter of the quay today”, please.';
  expect(amid(line)).toContain(line);
  expect(amid(line.replaceAll(/[“”]/g, ''))).not.toContain(line.replaceAll(/[“”]/g, ''));
});
