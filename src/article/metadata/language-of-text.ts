// In which language a text is written, by its script and, where several languages share one, by its commonest words.
// Templates say another one where a publisher has editions in many.

/** Languages that alone among news have a script; Japanese, which mixes two of its own with Chinese signs, is told before. */
const BY_SCRIPT: readonly { script: RegExp; language: string }[] = [
  { script: /\p{sc=Hangul}+/gu, language: 'ko' },
  { script: /\p{sc=Han}+/gu, language: 'zh' },
  { script: /\p{sc=Thai}+/gu, language: 'th' },
  { script: /\p{sc=Hebrew}+/gu, language: 'he' },
  { script: /\p{sc=Greek}+/gu, language: 'el' },
  { script: /\p{sc=Georgian}+/gu, language: 'ka' },
  { script: /\p{sc=Armenian}+/gu, language: 'hy' },
  { script: /\p{sc=Bengali}+/gu, language: 'bn' },
  { script: /\p{sc=Tamil}+/gu, language: 'ta' },
  { script: /\p{sc=Telugu}+/gu, language: 'te' },
  { script: /\p{sc=Gujarati}+/gu, language: 'gu' },
  { script: /\p{sc=Gurmukhi}+/gu, language: 'pa' },
  { script: /\p{sc=Kannada}+/gu, language: 'kn' },
  { script: /\p{sc=Malayalam}+/gu, language: 'ml' },
  { script: /\p{sc=Sinhala}+/gu, language: 'si' },
  { script: /\p{sc=Khmer}+/gu, language: 'km' },
  { script: /\p{sc=Lao}+/gu, language: 'lo' },
  { script: /\p{sc=Myanmar}+/gu, language: 'my' },
  { script: /\p{sc=Ethiopic}+/gu, language: 'am' },
];

/** Scripts of several languages, the first of which is taken where no word tells. */
const SHARED = [
  { script: /\p{sc=Cyrillic}+/gu, languages: ['ru', 'uk', 'bg', 'sr', 'be', 'mk', 'kk'] },
  { script: /\p{sc=Arabic}+/gu, languages: ['ar', 'fa', 'ur'] },
  { script: /\p{sc=Devanagari}+/gu, languages: ['hi', 'mr', 'ne'] },
];

/** Words that hardly a sentence does without, by language. */
export const COMMON_WORDS: readonly { language: string; words: string }[] = [
  {
    language: 'en',
    words: 'the of and to in that is was for on with as at by from has have said were which their',
  },
  {
    language: 'de',
    words:
      'der die das und ist nicht den von mit dem des auf für ein eine sich auch als nach wurde',
  },
  {
    language: 'fr',
    words: 'le la les des et est une dans que qui pour sur avec par pas du au plus ont cette',
  },
  {
    language: 'es',
    words: 'el la los las de que en y por del una con para se su es al como más este',
  },
  {
    language: 'pt',
    words: 'o a os as de que em e do da dos das para com não uma por no na ao mais foi',
  },
  {
    language: 'it',
    words: 'il la di che e per del della con una non sono dei nel alla delle gli è anche',
  },
  {
    language: 'nl',
    words: 'de het een van en in dat is op te voor met zijn niet aan door ook werd bij naar',
  },
  {
    language: 'sv',
    words: 'och att det som en på är av för med den till inte har om ett från var vid',
  },
  {
    language: 'da',
    words: 'og det at er en på til af for med den der ikke som har de var blev efter fra',
  },
  {
    language: 'nb',
    words: 'og det at er en på til av for med den som ikke har de var ble etter fra seg',
  },
  {
    language: 'fi',
    words: 'ja on ei että se oli ovat mutta myös kun kuin joka hän mukaan sekä ole vuonna',
  },
  {
    language: 'pl',
    words: 'w i na z do nie się że jest o przez od po który dla jak oraz za został',
  },
  { language: 'cs', words: 'a v na se že je s z do o pro za by jsou byl podle také který ale' },
  { language: 'sk', words: 'a v na sa že je s z do o pre za by sú bol podľa aj ktorý ale' },
  {
    language: 'hu',
    words: 'a az és hogy nem is egy volt meg azt ez már csak után lesz több pedig',
  },
  { language: 'ro', words: 'și în de la a că pe cu din pentru care nu este au mai fost prin după' },
  { language: 'hr', words: 'je i u na se da za su od s koji što nije iz te kako bio sve' },
  { language: 'tr', words: 've bir bu da de için ile olarak olan çok daha sonra gibi kadar var' },
  {
    language: 'id',
    words: 'yang dan di dari untuk dengan pada ini itu dalam tidak akan juga oleh telah',
  },
  { language: 'vi', words: 'và của là có được cho trong không các với đã những người một này khi' },
  { language: 'et', words: 'ja on ei et see oli kui ka mis aga või tema oma ning pärast' },
  { language: 'lv', words: 'un ir ka par no ar uz tas bija kas arī gan pēc šo' },
  { language: 'lt', words: 'ir yra kad į su iš tai buvo bet kaip dėl už po savo' },
  { language: 'sl', words: 'je in v na da za so se ki s pri kot tudi ne pa bil' },
  { language: 'ca', words: 'el la els les de que i en per amb un una del al és no més' },
  { language: 'sw', words: 'ya na wa kwa ni katika za la kuwa hiyo alisema baada huo' },
  { language: 'ru', words: 'и в не на что с по он как это из для было от за его после' },
  { language: 'uk', words: 'і в не на що з та до як це про для за від його також було' },
  { language: 'bg', words: 'и в на да се за от че не е са с по като това ще бе' },
  { language: 'sr', words: 'је и у на се да за су од са који што није из како био' },
  { language: 'be', words: 'і ў не на што з па як гэта для было ад за яго таксама' },
  { language: 'mk', words: 'и во на да се за од дека не е со по како тоа ќе беше' },
  { language: 'kk', words: 'және мен бұл үшін бір деп болып да де бойынша туралы' },
  { language: 'ar', words: 'في من على أن إلى التي الذي عن مع هذا هذه ما بعد قال' },
  { language: 'fa', words: 'در به از که این را با است برای آن یک های شد می' },
  { language: 'ur', words: 'کے میں کی ہے اور سے کا کو پر نے یہ کہ ہیں ایک' },
  { language: 'hi', words: 'के में की है और से का को पर ने यह कि हैं एक भी' },
  { language: 'mr', words: 'आणि आहे या च्या ते हे मध्ये नाही केली होती असे की' },
  { language: 'ne', words: 'र को मा छ ले पनि भएको गरेको यो हुने गर्ने छन्' },
];

const OF_SHARED_SCRIPT = new Set(SHARED.flatMap(({ languages }) => languages));
const LATIN = COMMON_WORDS.map(({ language }) => language).filter(
  (language) => !OF_SHARED_SCRIPT.has(language),
);

/** The words of languages that are told from each other. */
interface CommonWords {
  languages: readonly string[];
  /** The places of the languages that have a word; one of several says less of each. */
  havingWord: Map<string, number[]>;
  /** Runs of letters in lower case. */
  word: RegExp;
}

function commonWordsOf(languages: readonly string[], word: RegExp): CommonWords {
  const havingWord = new Map<string, number[]>();
  for (const { language, words } of COMMON_WORDS) {
    const at = languages.indexOf(language);
    if (at === -1) continue;
    for (const one of words.split(' ')) havingWord.set(one, [...(havingWord.get(one) ?? []), at]);
  }
  return { languages, havingWord, word };
}

const ANY_LETTERS = /[\p{L}\p{M}]+/gu;
/** The engine is twice as fast with letters in a few ranges as with those of all scripts. */
const LATIN_LETTERS = /(?:[a-z\u00df-\u00f6\u00f8-\u024f\u1e00-\u1eff]|[\u0300-\u036f])+/g;

const IN_LATIN = commonWordsOf(LATIN, LATIN_LETTERS);
const IN_SHARED = SHARED.map(({ script, languages }) => ({
  script,
  common: commonWordsOf(languages, ANY_LETTERS),
}));

/** Of a long text so many parts are read, spread over it: what it quotes at length may be in another language. */
const PARTS = 10;
const PART_CHARACTERS = 150;
const HAS_MIN_LETTERS = /^(?:\P{L}*\p{L}){40}/u;
/** Signs of the first pages of Unicode and of its punctuation: no letter of another script is among them. */
const PLAINLY_LATIN = /^[\0-\u024f\u2000-\u206f]*$/;
/** A letter of another script. */
const OTHER_THAN_LATIN = /[^\p{sc=Latin}\P{L}]/u;
/** Of all letters: names and quotes are in other scripts. */
const MOST_OF_THE_LETTERS = 0.5;
const MIN_HITS = 4;
const MIN_SHARE = 0.12;
/** So many times as many common words as the next language has. */
const CLEARLY_MORE = 1.5;

/** What a text's letters and words say of its language. */
export interface TextLanguage {
  language: string;
  /** By language: its common words in the text, each divided by how many languages have it. */
  hits: Map<string, number>;
}

/** How many signs of a text are of a kind that a pattern finds in runs. */
function countOf(text: string, runs: RegExp): number {
  let count = 0;
  for (const run of text.match(runs) ?? []) count += run.length;
  return count;
}

function commonest(text: string, common: CommonWords): TextLanguage | undefined {
  const words = text.toLowerCase().match(common.word) ?? [];
  const hits: number[] = [];
  let known = 0;
  for (const word of words) {
    const having = common.havingWord.get(word);
    if (!having) continue;
    known += 1;
    for (const at of having) hits[at] = (hits[at] ?? 0) + 1 / having.length;
  }
  const byLanguage = new Map(common.languages.map((language, at) => [language, hits[at] ?? 0]));
  const [first, second] = [...byLanguage].toSorted(([, one], [, other]) => other - one);
  if (!first || first[1] < MIN_HITS || known / words.length < MIN_SHARE) return undefined;
  return first[1] >= CLEARLY_MORE * (second?.[1] ?? 0)
    ? { language: first[0], hits: byLanguage }
    : undefined;
}

function spreadSample(text: string): string {
  const rest = text.length - PARTS * PART_CHARACTERS;
  if (rest <= 0) return text;
  const step = PART_CHARACTERS + rest / (PARTS - 1);
  const parts = Array.from({ length: PARTS }, (_, part) => {
    const from = Math.floor(part * step);
    return text.slice(from, from + PART_CHARACTERS);
  });
  return parts.join(' ');
}

/** The language of a text that is long enough to tell; undefined where it might be another. */
export function languageOfText(whole: string): TextLanguage | undefined {
  const text = spreadSample(whole);
  if (!HAS_MIN_LETTERS.test(text)) return undefined;
  if (PLAINLY_LATIN.test(text) || !OTHER_THAN_LATIN.test(text)) return commonest(text, IN_LATIN);
  const letters = countOf(text, /\p{L}+/gu);
  const hasMost = (script: RegExp): boolean =>
    countOf(text, script) > letters * MOST_OF_THE_LETTERS;
  if (hasMost(/\p{sc=Latin}+/gu)) return commonest(text, IN_LATIN);
  const several = IN_SHARED.find(({ script }) => hasMost(script));
  if (several) {
    const [first = ''] = several.common.languages;
    return commonest(text, several.common) ?? { language: first, hits: new Map() };
  }
  const kana = countOf(text, /[\p{sc=Hiragana}\p{sc=Katakana}]+/gu);
  if (kana > letters / 10) return { language: 'ja', hits: new Map() };
  const alone = BY_SCRIPT.find(({ script }) => hasMost(script));
  return alone && { language: alone.language, hits: new Map() };
}
