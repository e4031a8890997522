import { expect, test } from 'vitest';
import { READ_ALSO, READ_ALSO_WORDS } from '../../../../../src/article/text/wordings/read-also.ts';
import { expectRows } from './expect-rows.ts';

test('each row fits its own examples', () => {
  expectRows(READ_ALSO);
});

// What a page leads on by in one language is a line of every article there.
test.each([
  'related|related story|related stories|related article|related articles|read also|also read|read more|read next|see also|more on this|recommended|you may also like|don’t miss|further reading',
  'lesen sie auch|lies auch|lesen sie mehr|auch interessant|mehr zum thema|mehr dazu|siehe auch|passend dazu|zum thema|das könnte sie auch interessieren',
  'à lire aussi|lire aussi|à lire|voir aussi|lire également|à lire également|sur le même sujet',
  'lea también|lee también|leer también|te puede interesar|le puede interesar|ver también|vea también|lee más|llegiu també|llegeix també',
  'leggi anche|leggi pure|vedi anche|guarda anche|ti potrebbe interessare',
  'leia também|leia mais|veja também|veja mais|saiba mais',
  'lees ook|lees meer|lees verder|zie ook|bekijk ook',
  'läs också|läs även|läs mer|se också|se även|les også|les mer|se også|læs også|læs mere',
  'lue myös|lue lisää|katso myös',
  'czytaj też|czytaj także|czytaj również|czytaj więcej|przeczytaj także|zobacz też|zobacz także',
  'čtěte také|čtěte více|přečtěte si|viz také|čítajte aj|prečítajte si aj|olvassa el|kapcsolódó|citește și|citiți și|vezi și',
  'pročitajte i|pročitajte još|čitajte i|preberite tudi|прочитајте и|прочитајте још',
  'читайте также|смотрите также|по теме|читайте також|дивіться також|прочетете още',
  'διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης',
  'ayrıca okuyun|ilgili haber|bunu da okuyun|bunlar da ilginizi çekebilir',
  'baca juga|baca selengkapnya|simak juga|lihat juga',
  'xem thêm|đọc thêm|tin liên quan|mời xem thêm',
  'اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|إقرأ أيضا|شاهد أيضا|بیشتر بخوانید|همچنین بخوانید|קראו גם|קרא גם',
  '関連記事|あわせて読みたい|相关阅读|延伸阅读|相關閱讀|延伸閱讀|相关报道|推荐阅读|관련기사|관련 기사',
])('%s', (words) => {
  expect(READ_ALSO_WORDS.split('|')).toEqual(expect.arrayContaining(words.split('|')));
});
