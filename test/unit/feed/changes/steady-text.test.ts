import { describe, expect, test } from 'vitest';
import { steadyAddress, steadyText } from '../../../../src/feed/changes/steady-text.ts';

describe('Two addresses of one picture', () => {
  test.each([
    [
      'https://img.example/1.jpg?Expires=1&Signature=a',
      'https://img.example/1.jpg?Expires=2&Signature=b',
    ],
    ['https://img.example/1.webp?w=600&s=af01', 'https://img.example/1.webp?w=600&s=09ce'],
    [
      'https://img.example/p?id=7&X-Amz-Date=1&X-Amz-Signature=a',
      'https://img.example/p?id=7&X-Amz-Date=2&X-Amz-Signature=b',
    ],
    ['https://img.example/p?id=7&token=x', 'https://img.example/p?id=7&token=y'],
    [
      'https://img.example/media/7?sv=1&se=2026&sig=q',
      'https://img.example/media/7?sv=1&se=2027&sig=r',
    ],
  ])('%s and %s are one.', (one, other) => {
    expect(steadyAddress(one)).toBe(steadyAddress(other));
  });

  test.each([
    ['https://img.example/1.jpg', 'https://img.example/1-new.jpg'],
    ['https://img.example/picture.php?id=7', 'https://img.example/picture.php?id=8'],
    ['https://img.example/p?id=7&token=x', 'https://img.example/p?id=8&token=x'],
  ])('%s and %s are two.', (one, other) => {
    expect(steadyAddress(one)).not.toBe(steadyAddress(other));
  });
});

describe('Two texts that differ', () => {
  test.each([
    ['in a count of comments', 'The pier is open. 12 comments', 'The pier is open. 13 comments'],
    [
      'in views with a separator',
      'The pier is open (1,204 views)',
      'The pier is open (1,311 views)',
    ],
    ['in Kommentare', 'Die Mole ist offen. Kommentare: 3', 'Die Mole ist offen. Kommentare: 4'],
    ['in vues', 'Le quai est ouvert — 3 204 vues', 'Le quai est ouvert — 3 310 vues'],
    ['in просмотров', 'Причал открыт. 45 просмотров', 'Причал открыт. 46 просмотров'],
    ['in コメント', '桟橋が開いた。コメント（3）', '桟橋が開いた。コメント（4）'],
    ['in 阅读', '码头开放 阅读 1200', '码头开放 阅读 1300'],
    [
      'in a signed picture',
      '<img src="https://i.example/a.png?e=1&amp;h=2"> Open',
      '<img src="https://i.example/a.png?e=3&amp;h=4"> Open',
    ],
  ])('%s say the same.', (_what, one, other) => {
    expect(steadyText(one)).toBe(steadyText(other));
  });

  test.each([
    ['in a count of people', '12 people were hurt', '13 people were hurt'],
    ['in a year', 'The pier opened in 1961', 'The pier opened in 1962'],
    ['in a price', 'Tickets cost 12 euros', 'Tickets cost 13 euros'],
    ['in a word', 'The pier is open', 'The pier is shut'],
    ['in a picture', '<img src="https://i.example/a.png">', '<img src="https://i.example/b.png">'],
  ])('%s do not.', (_what, one, other) => {
    expect(steadyText(one)).not.toBe(steadyText(other));
  });
});

test('A text of a megabyte of digits and nouns is read in time.', () => {
  const text = '1 2 3 comments: ('.repeat(60_000);
  expect(steadyText(text)!.length).toBeLessThan(text.length);
});

test.each(
  [
    'comment comments view views pageviews share shares like likes reads readers reaction reactions',
    'reply replies click clicks retweets upvote upvotes kommentar kommentare kommentaren aufruf aufrufe antwort antworten',
    'leser klicks commentaire commentaires vue vues partage partages lecture lectures réaction réactions comentario comentarios',
    'visita visitas visualizaciones lecturas respuestas compartidos comentário comentários visualizações leituras commenti',
    'commento visualizzazioni condivisioni reacties kommentarer visningar visninger komentarzy odsłony wyświetleń комментариев',
    'просмотров коментарів yorum görüntülenme okunma komentar dilihat',
  ]
    .join(' ')
    .split(' ')
    .filter((word) => !['reply', 'aufruf', 'antwort'].includes(word)),
)('a number of "%s" is no news', (word) => {
  expect(steadyText(`Open. 12 ${word}`)).toBe(steadyText(`Open. 13 ${word}`));
});

test.each(['page views', 'keer bekeken', 'keer gelezen'])(
  'a number of "%s" is no news',
  (words) => {
    expect(steadyText(`Open. 12 ${words}`)).toBe(steadyText(`Open. 13 ${words}`));
  },
);

test.each(
  'コメント 閲覧 いいね 评论 評論 阅读 閱讀 点赞 浏览 瀏覽 댓글 조회 좋아요 تعليقات مشاهدات'.split(
    ' ',
  ),
)('a number of "%s" is no news, on either side of it', (word) => {
  expect(steadyText(`Open. ${word} 12`)).toBe(steadyText(`Open. ${word} 13`));
  expect(steadyText(`Open. 12 ${word}`)).toBe(steadyText(`Open. 13 ${word}`));
});

test('a number of boats is news', () => {
  expect(steadyText('Open. 12 boats')).not.toBe(steadyText('Open. 13 boats'));
});
