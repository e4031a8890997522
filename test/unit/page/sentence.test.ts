import { expect, test } from 'vitest';
import { endsClause, endsSentence, unquoted, wordsOf } from '../../../src/page/sentence.ts';

test.each([
  'The ferry is late.',
  'The ferry is late!”',
  '‘The ferry is late.’',
  "'The ferry is late.'",
  '„Die Fähre kommt spät.“',
  '»Die Fähre kommt spät.«',
  'Le ferry « est en retard ! »',
  'नाव फिर देर से आई।',
  'فيري متأخر؟',
  'فیری دیر سے آئی۔',
  'Նավը ուշանում է։',
  'ጀልባው ዘገየ።',
  'နောက်ကျသည်။',
  'សាឡាងយឺត។',
  '渡轮又迟到了。',
  '「フェリーはまた遅れた。」',
  'Πού είναι το πλοίο;',
  'เรือข้ามฟากมาสายอีกครั้งในวันนี้',
  'ເຮືອຂ້າມຟາກມາຊ້າອີກເທື່ອໜຶ່ງ',
])('“%s” ends as sentences do', (text) => {
  expect(endsSentence(text)).toBe(true);
});

test.each(['The ferry', 'Ferry late; soup', 'Soup:', 'ข่าวเด่น', 'フェリーの話', 'Ann Lee (left)'])(
  '“%s” does not',
  (text) => {
    expect(endsSentence(text)).toBe(false);
  },
);

test('a colon or a semicolon ends a clause', () => {
  expect(endsClause('She said:')).toBe(true);
  expect(endsClause('船长说：')).toBe(true);
  expect(endsClause('She said')).toBe(false);
});

test('words are counted in scripts that set no blanks between them', () => {
  expect(wordsOf('The captain’s soup, 2 pots')).toEqual(['The', 'captain’s', 'soup', '2', 'pots']);
  expect(wordsOf('渡轮又迟到了').length).toBeGreaterThan(2);
  expect(wordsOf('เรือข้ามฟากมาสาย').length).toBeGreaterThan(2);
});

test('what somebody says in a sentence is left out, and an apostrophe quotes nothing', () => {
  const own = (text: string): string => unquoted(text).replaceAll(/\s+/g, ' ').trim();
  expect(own('He said: “Sign up now.” She laughed.')).toBe('He said: She laughed.');
  expect(own('Er sagte: „Jetzt anmelden.“ Sie lachte.')).toBe('Er sagte: Sie lachte.');
  expect(own('The ferry’s crew and the captain’s soup')).toBe(
    'The ferry’s crew and the captain’s soup',
  );
  expect(own('He said: “Sign up now, and')).toBe('He said:');
});

test('numbers with marks in them are parted in scripts with blanks, and kept in those without', () => {
  expect(wordsOf('2,000 boats')).toEqual(['2', '000', 'boats']);
  expect(wordsOf('2,000 渡轮')).toContain('2,000');
});

test.each(['“x”', '„x“', '„x”', '«x»', '»x«', '"x"', '‘x’', '「x」', '『x』'])(
  'what stands in %s is quoted, and what stands behind it is not',
  (quotation) => {
    expect(unquoted(`He said ${quotation} and left`).replaceAll(/\s+/g, ' ')).toBe(
      'He said and left',
    );
  },
);

test.each(['“', '„', '「', '『'])('what nothing closes is quoted to the end: %s', (opening) => {
  expect(unquoted(`He said ${opening}x\nand left`).trim()).toBe('He said');
});

test('up to 39 signs close a sentence or a clause', () => {
  const closed = (mark: string, count: number) => `It is late${mark}${')'.repeat(count)}`;
  expect([39, 40].map((count) => endsSentence(closed('.', count)))).toEqual([true, false]);
  expect([39, 40].map((count) => endsClause(closed(':', count)))).toEqual([true, false]);
});

test.each(['…', '‥', '!', '?', '。', '.  ', '. ”', '.’ »'])('“%s” ends a sentence', (end) => {
  expect(endsSentence(`It is late${end}`)).toBe(true);
});

test.each([':', '：', ';', '；', ':”', ': '])('“%s” ends a clause and no sentence', (end) => {
  expect([endsClause(`It is late${end}`), endsSentence(`It is late${end}`)]).toEqual([true, false]);
});

test('a text of five words in a script without marks is a sentence', () => {
  const ofWords = (count: number) => Array<string>(count).fill('เรือ').join(' ');
  expect([endsSentence(ofWords(5)), endsSentence(ofWords(4))]).toEqual([true, false]);
  expect(endsSentence(`“${ofWords(5)}`)).toBe(true);
  expect(endsSentence(`A ${ofWords(5)}`)).toBe(false);
});
