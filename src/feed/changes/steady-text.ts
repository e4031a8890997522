// What of an entry's text and pictures changes although the entry says nothing new.

import { wholeWord } from '../../pattern-rows.ts';
import { SIGNING_PARAMETERS } from './signing-parameters.ts';

const COUNTED = wholeWord(
  [
    'comments?|views?|page ?views|shares?|likes?|reads|readers|reactions?|replies|clicks?|retweets|upvotes?',
    'kommentare?n?|aufrufe?|antworten|leser|klicks|commentaires?|vues?|partages?|lectures?|réactions?',
    'comentarios?|visitas?|visualizaciones|lecturas|respuestas|compartidos|comentários?|visualizações|leituras',
    'commenti|commento|visualizzazioni|condivisioni|reacties|keer (?:bekeken|gelezen)|kommentarer|visningar|visninger',
    'komentarz\\p{L}*|odsłon\\p{L}*|wyświetle\\p{L}*',
    'комментари\\p{L}*|просмотр\\p{L}*|коментар\\p{L}*',
    'yorum|görüntülenme|okunma|komentar|dilihat',
  ].join('|'),
);
const COUNTED_IN_SIGNS =
  'コメント|閲覧|いいね|评论|評論|阅读|閱讀|点赞|浏览|瀏覽|댓글|조회|좋아요|تعليقات?|مشاهدات?';
const NUMBER = String.raw`\d[\d.,'\u00a0\u202f]*\s?[kKmM]?(?![\p{L}\d])`;

/** "12 comments", "Aufrufe: 1.204", "コメント（3）": a number that counts readers. */
const COUNTERS = new RegExp(
  `${NUMBER}\\s?(?:${COUNTED})|(?:${COUNTED})\\s?[:=(（]\\s?${NUMBER}|(?:${COUNTED_IN_SIGNS})\\s?[:：(（]?\\s?\\d[\\d,.]*|\\d[\\d,.]*\\s?[件個个개条條次回]?(?:の)?\\s?(?:${COUNTED_IN_SIGNS})`,
  'giu',
);

const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg|bmp|heic|mp[34]|m4[av]|webm|ogg|mov)$/i;

/**
 * A picture's or recording's address without what signs it: a file is named by its path, and where the path
 * names none, by the query without its signature.
 */
export function steadyAddress(address: string): string {
  const url = URL.parse(address);
  if (!url) return address;
  url.hash = '';
  if (PICTURE_FILE.test(url.pathname)) url.search = '';
  for (const name of Array.from(url.searchParams.keys())) {
    if (SIGNING_PARAMETERS.any.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

const ADDRESS = /https?:\/\/[^\s"'<>()]+/gi;

/** A text without the counters in it and without what signs the addresses in it. */
export function steadyText(text: string | null): string | null {
  if (text === null) return null;
  return text
    .replace(ADDRESS, (address) => steadyAddress(address.replaceAll('&amp;', '&')))
    .replace(COUNTERS, '');
}
