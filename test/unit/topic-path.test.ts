import { expect, test } from 'vitest';
import { leafInWords, topicSlug } from '../../src/topic-path.ts';

test.each([
  ['Las Piñas City', 'las-pinas-city'],
  ['Arts & Culture', 'arts-and-culture'],
  ['  U.S.–Venezuela relations ', 'u-s-venezuela-relations'],
  ['Việt Nam', 'viet-nam'],
  ['社会', '社会'],
  ['विदेश', 'विदेश'],
  ['বাংলাদেশ', 'বাংলাদেশ'],
  ['การเมือง', 'การเมือง'],
  ['தமிழ்நாடு', 'தமிழ்நாடு'],
  ['ガザ', 'ガザ'],
  ['한국', '한국'],
  ['край', 'край'],
  ['עוֹלָם', 'עוֹלָם'],
])('The segment of %s is %s.', (text, expected) => {
  expect(topicSlug(text)).toBe(expected.normalize('NFC'));
  expect(topicSlug(topicSlug(text))).toBe(topicSlug(text));
});

test('A name that nobody printed is the last segment in words.', () => {
  expect(leafInWords('fox-news/world/vladimir-putin')).toBe('Vladimir Putin');
  expect(leafInWords('社会')).toBe('社会');
});
