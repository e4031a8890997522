import { expect, test } from 'vitest';
import { isTemplateText } from '../../../src/article/boilerplate-text.ts';

test.each([
  'For the latest ferry news download the Quay apps for iOS and Android.',
  'Get the harbour news straight to your phone.',
  'If you’re already a subscriber, you can log in.',
  'To view the full story, please subscribe to The Quay.',
  'Pour lire la suite, créez votre compte',
  'Sie sind aktuell nicht eingeloggt.',
  'Síguenos en Telegram e Instagram',
  'The Quay is not responsible for the opinions of its guests.',
  'Keine Kommentare (sie erscheinen erst nach Freigabe)',
  'This entry was posted in Harbour.',
  'Anzeige, enthält Affiliate Links',
  'Letzte Aktualisierung: 17.01.2026',
])('"%s" is the template’s', (text) => {
  expect(isTemplateText(text)).toBe(true);
});

test.each([
  'The timetable app is out for iOS and, since Tuesday, for Android, the harbour office said.',
  'Passengers may cancel at any time, and many did when the storm came in over the outer islands.',
  'The mayor said that she was already a member of the rowing club when the pier was built.',
  'No comments were to be had from the harbour office, which was closed for the afternoon.',
  'The court found that the town is responsible for the opinions that its clerk had put on the wall.',
])('"%s" is the article’s', (text) => {
  expect(isTemplateText(text)).toBe(false);
});
