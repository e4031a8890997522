// How lines say who wrote an article, and who did other things for it: "Text: Ann Lee, Foto: Bob Ray", "作者：王小明",
// "بقلم محمد السالم". One row a language; a person's name follows each word.

export interface BylineLabels {
  language: string;
  /** Before a mark such as a colon: who wrote. */
  writer: string;
  /** Before a mark such as a colon: who did something else, and where the text is from. */
  other: string;
  /** Right before a whole name, at the start of a line: Indonesian "oleh" is a Ukrainian's first name. */
  before: string;
}

export const BYLINE_LABELS: readonly BylineLabels[] = [
  {
    language: 'en',
    writer: 'author|authors|text|words|story|writer|reporter',
    other:
      'photos?|photography|pictures?|images?|illustrations?|editor|editing|source|video|translation|graphics',
    before: '',
  },
  {
    language: 'de',
    writer: 'autor|autorin|autoren|text|verfasser|verfasserin',
    other: 'fotos?|bilder?|quelle|grafik|video|übersetzung',
    before: '',
  },
  {
    language: 'fr',
    writer: 'auteur|auteure|auteurs|texte',
    other: 'photos?|source|traduction',
    before: '',
  },
  {
    language: 'es',
    writer: 'autor|autora|autores|texto',
    other: 'fotos?|fotografías?|fuente|edición|traducción',
    before: '',
  },
  {
    language: 'pt',
    writer: 'autor|autora|texto|reportagem',
    other: 'fotos?|fonte|edição',
    before: '',
  },
  { language: 'it', writer: 'autore|autrice|testo', other: 'foto|fonte', before: '' },
  { language: 'nl', writer: 'auteur|tekst', other: 'foto’s|foto|beeld|bron', before: '' },
  { language: 'sv', writer: 'text|författare', other: 'foto|bild|källa', before: '' },
  { language: 'da, nb', writer: 'tekst|forfatter|skrevet af', other: 'foto|kilde', before: '' },
  { language: 'fi', writer: 'teksti|kirjoittaja', other: 'kuvat?|lähde', before: '' },
  { language: 'pl', writer: 'autor|autorka|tekst', other: 'fot|zdjęcia|źródło', before: '' },
  { language: 'cs, sk', writer: 'autor|autorka|text', other: 'foto|zdroj', before: '' },
  { language: 'hu', writer: 'szerző|írta', other: 'fotó|forrás', before: '' },
  { language: 'ro', writer: 'autor|text', other: 'foto|sursa', before: '' },
  { language: 'tr', writer: 'yazar|yazan|haber|muhabir', other: 'fotoğraf|kaynak', before: '' },
  {
    language: 'el',
    writer: 'κείμενο|συντάκτης|του',
    other: 'φωτογραφίες|πηγή',
    before: 'του|της|των|γράφει ο|γράφει η',
  },
  {
    language: 'ru',
    writer: 'автор|авторы|текст|корреспондент',
    other: 'фото|источник|редактор|видео|перевод',
    before: 'автор',
  },
  {
    language: 'uk',
    writer: 'автор|авторка|автори|текст',
    other: 'фото|джерело|редактор',
    before: '',
  },
  {
    language: 'bg, mk, sr',
    writer: 'автор|текст|пише|аутор',
    other: 'снимка|снимки|фото|извор|източник',
    before: '',
  },
  {
    language: 'ar',
    writer: 'بقلم|كتب|كتبت|الكاتب|المصدر المحرر|تحرير',
    other: 'تصوير|المصدر|ترجمة',
    before: 'بقلم|كتب|كتبت',
  },
  {
    language: 'fa',
    writer: 'نویسنده|به قلم|گزارشگر',
    other: 'عکاس|عکس|منبع',
    before: 'به قلم|نوشته',
  },
  { language: 'ur', writer: 'تحریر|مصنف', other: 'تصویر|ماخذ', before: '' },
  { language: 'he', writer: 'מאת|כתב|כתבת|כותב', other: 'צילום|צילומים|מקור', before: 'מאת' },
  {
    language: 'hi, mr, ne',
    writer: 'लेखक|लेखिका|द्वारा|रिपोर्टर',
    other: 'फोटो|स्रोत|संपादक',
    before: 'लेखक',
  },
  { language: 'bn', writer: 'লেখক|প্রতিবেদক', other: 'ছবি|সূত্র', before: '' },
  { language: 'ta', writer: 'எழுதியவர்|ஆசிரியர்', other: 'படம்', before: '' },
  { language: 'th', writer: 'โดย|เขียนโดย|ผู้เขียน|เรื่อง', other: 'ภาพ|ที่มา', before: 'โดย|เขียนโดย' },
  { language: 'vi', writer: 'tác giả|bài|bài viết|người viết', other: 'ảnh|nguồn', before: '' },
  {
    language: 'id, ms',
    writer: 'penulis|oleh|reporter|pewarta|wartawan',
    other: 'foto|editor|penyunting|sumber',
    before: 'oleh',
  },
  { language: 'tl', writer: 'ni|nina|isinulat ni', other: 'larawan', before: '' },
  { language: 'ka', writer: 'ავტორი', other: 'ფოტო', before: '' },
  { language: 'hy', writer: 'հեղինակ', other: 'լուսանկար', before: '' },
  {
    language: 'ja',
    writer: '文|著者|筆者|執筆|取材・文|文・写真|記者|ライター',
    other: '写真|撮影|編集|出典|提供',
    before: '',
  },
  {
    language: 'zh',
    writer: '作者|记者|記者|撰文|文|撰稿|本报记者|采写',
    other: '来源|來源|责编|责任编辑|編輯|编辑|摄影|攝影|图|校对|监制',
    before: '',
  },
  { language: 'ko', writer: '글|기자|작성자|글쓴이', other: '사진|출처|편집|영상', before: '글' },
];

const labelsOf = (name: 'writer' | 'other' | 'before'): string =>
  BYLINE_LABELS.map((row) => row[name])
    .filter(Boolean)
    .join('|');

/** What stands behind a label: "Text: Ann Lee", "文／田中花子", "글 = 김민수". */
const MARK = '\\s*[:：／]\\s*';
/** A label stands at the start, behind a blank or behind a sign, and is a word of its own. */
const LABELLED = `(?:(${labelsOf('writer')})|${labelsOf('other')})${MARK}`;
const LABEL = new RegExp(`(?<=^|[\\s,;|/(（，；、·•])${LABELLED}`, 'giu');
const LABEL_AT_START = new RegExp(`^${LABELLED}`, 'iu');
const BEFORE_NAME = new RegExp(`^(?:${labelsOf('before')})\\s+(?=\\p{L}+\\s\\p{L})`, 'iu');
/** "本报记者 王小明 李华 报道": names stand side by side behind the word for those who report. */
const CHINESE_REPORTERS =
  /^(?:\p{sc=Han}{0,4}(?:记者|通讯员|通訊員|特约撰稿人?))\s*(?:[:：]\s*)?((?:\p{sc=Han}{2,4}[\s、，]{0,9}){1,6}?)(?:报道|報道|摄影报道|摄|文)?$/u;

/**
 * What a line says of the writers alone, by its labels; undefined for a line without any. "Text: Ann Lee, Foto: Bob
 * Ray" says "Ann Lee".
 */
export function labelledWriters(line: string): string | undefined {
  const reporters = CHINESE_REPORTERS.exec(line)?.[1];
  if (reporters)
    return reporters
      .trim()
      .split(/[\s、，]+/u)
      .join('; ');
  if (BEFORE_NAME.test(line)) return line.replace(BEFORE_NAME, '');
  const labels = [...line.matchAll(LABEL)];
  if (labels.length === 0) return undefined;
  const said = labels.flatMap((label, at) =>
    label[1] === undefined
      ? []
      : [line.slice(label.index + label[0].length, labels[at + 1]?.index ?? line.length)],
  );
  // A line that labels others alone names its writers before them, if it does.
  const before = line.slice(0, labels[0]?.index);
  return (said.length > 0 ? said.join('; ') : before).replaceAll(
    /(?<![\s,;|/·•，；、])[\s,;|/·•，；、]+(?=;|$)/gu,
    '',
  );
}

/** Whether a line begins with a label of writers. */
export const startsWithWriterLabel = (line: string): boolean =>
  BEFORE_NAME.test(line) || LABEL_AT_START.exec(line)?.[1] !== undefined;
