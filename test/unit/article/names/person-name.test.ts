import { describe, expect, test } from 'vitest';
import {
  inOrder,
  isFullName,
  isName,
  isOrganization,
  isSetLikeName,
  namesIn,
  startsByline,
  NAME_JOINTS,
} from '../../../../src/article/names/person-name.ts';
import { ROLE } from '../../../../src/article/names/roles.ts';
import { walkRows } from '../../../support/patterns/walked-rows.ts';

const list = (words: string) => words.split('|');

describe('a line begins as bylines do', () => {
  test.each(
    list(
      'By|by|Von|Par|Por|Di|Door|Av|Af|Autorin/Autor|Artikel von|Ein Artikel von|Gastbeitrag von|Kommentar von|Bericht von|Interview von|Kolumne von|Eine Kolumne von|Analyse von|Glosse von|Reportage von|Gespeichert von|Erstellt von|Geschrieben von|Verfasst von|Redaktion:|Story|Story by|Text|Text:|Words|Words by|Posted by|Written by|Autor|Autor:|Autorin|Autorinnen|Autoren|Author|Auteur|Autore|Photos by|Photos and text by|Text and photos by|Story and photo by',
    ).filter((words) => words !== 'Photos by'),
  )('with "%s"', (words) => {
    expect(startsByline(`${words} Ann Lee`)).toBe(true);
  });

  test.each(list('著者|作者|筆者|撰文|记者|記者|文'))('with "%s："', (word) => {
    expect([startsByline(`${word}：李安`), startsByline(`${word} : 李安`)]).toEqual([true, true]);
    expect(namesIn(`${word}：李安`)).toEqual(['李安']);
  });

  test.each(
    list(
      'Posted on 9 March 2026 by|Published yesterday at noon by|Created 2026 by|Written on Monday by|Submitted today by|Veröffentlicht am 9 März von|Erstellt am Montag von|Publié hier soir par',
    ),
  )('with "%s"', (words) => {
    expect(startsByline(`${words} Ann Lee`)).toBe(true);
    expect(namesIn(`${words} Ann Lee`)).toEqual(['Ann Lee']);
  });

  test.each(list('Bypass Ann Lee|Ann Lee|Textile Ann Lee|Posted. All by Ann Lee'))(
    'and not as "%s"',
    (line) => {
      expect(startsByline(line)).toBe(false);
    },
  );
});

describe('names in a line', () => {
  test.each(
    list(
      'by|von|vom|par|por|di|door|av|af|od|autorin/autor|autor|autorin|autorinnen|autoren|autores|autore|auteur|author|authors|writer|reporter|written by|posted by|published by|story by|text|texte|tekst|redaktion|piše|napisao|napisala|autorka|пише|автор|текст|szerző|γράφει ο|γράφει η',
    ),
  )('stand behind "%s"', (word) => {
    expect(namesIn(`${word} Ann Lee`)).toEqual(['Ann Lee']);
    expect(namesIn(`${word}: Ann Lee`)).toEqual(['Ann Lee']);
  });

  test.each(
    list(
      'artikel|gastbeitrag|kommentar|kolumne|analyse|glosse|reportage|bericht|interview|gespeichert|erstellt|eingestellt|verfasst|geschrieben|publiziert|veröffentlicht|publié|rédigé|article|story|story and|photos|photo|photos and story|photos and text|photos and words|posted|written|published|reported|reporting|edited|text|words|created|submitted|recipe|rezept|review|analysis|opinion|comment|View all posts|see all articles|more|zum profil|alle',
    ).filter((words) => words !== 'story and'),
  )('stand behind "%s by" or "%s von"', (words) => {
    expect(namesIn(`${words} by Ann Lee`)).toEqual(['Ann Lee']);
    expect(namesIn(`${words} von Ann Lee`)).toEqual(['Ann Lee']);
  });

  test.each([
    ...list(
      ' and | und | et | with | mit | avec | och | og | en | e | ja | a | i | y | & | / |; | · |•|, ',
    ),
    ' | ',
  ])('are joined by "%s"', (joint) => {
    expect(namesIn(`By Ann Lee${joint}Bob Ray`)).toEqual(['Ann Lee', 'Bob Ray']);
  });

  test.each([
    ['By ANN LEE and Bob Ray, Staff Writer', ['ANN LEE', 'Bob Ray']],
    ['ByAnn Lee', ['Ann Lee']],
    ['Article byAnn Lee', ['Ann Lee']],
    ['Ann Lee (with Bob Ray)', ['Ann Lee', 'Bob Ray']],
    ['Ann Lee (avec Bob Ray)', ['Ann Lee', 'Bob Ray']],
    ['Ann Lee | AFP', ['Ann Lee']],
    ['Ann Lee, in London, Business', ['Ann Lee']],
    ['Ann Lee, London', ['Ann Lee']],
    ['Ann Lee, AFP', ['Ann Lee']],
    ['Ann Lee, Chief Editor', ['Ann Lee']],
    ['Ann Lee, 9 March', ['Ann Lee']],
    ['Ann Lee The Associated Press', ['Ann Lee']],
    ['Ann Lee for The Quay', ['Ann Lee']],
    ['Ann Lee (Quay)', ['Ann Lee']],
    ['Ann Lee – Port Else', ['Ann Lee']],
    ['Ann Lee in Port Else', ['Ann Lee']],
    ['Ann Lee is a writer of books', ['Ann Lee']],
    ['Ann Lee was the first of them', ['Ann Lee']],
    ['Ann Lee Published 9 March', ['Ann Lee']],
    ['Ann Lee Updated today', ['Ann Lee']],
    ['Ann Lee Veröffentlicht heute', ['Ann Lee']],
    ['Ann Lee Copyright The Quay', ['Ann Lee']],
    ['Ann Lee Fotos: Bob Ray', ['Ann Lee']],
    ['Ann Lee March 9', ['Ann Lee']],
    ['Ann Lee PhD', ['Ann Lee']],
    ['Ann Lee Senior Staff Writer', ['Ann Lee']],
    ['Ann Lee Tuesday', ['Ann Lee']],
    ['Ann Lee @annlee', ['Ann Lee']],
    ['Ann Lee am 9. März', ['Ann Lee']],
    ['Gastautor Bob Ray', ['Bob Ray']],
    ['QUAY-Experte Bob Ray', ['Bob Ray']],
    ['Redakteurin Ann Lee', ['Ann Lee']],
    ['Interview: Ann Lee', ['Ann Lee']],
    ['김철수 기자', ['김철수']],
    ['李安記者', ['李安']],
    ['Ann Lee, Ann Lee', ['Ann Lee']],
    ['Ann Lee Jr.', ['Ann Lee Jr.']],
    ['https://quay.example/ann-lee', []],
    ['@annlee', []],
    ['', []],
  ] as [string, string[]][])('in "%s" are %j', (line, names) => {
    expect(namesIn(line)).toEqual(names);
  });

  test('are looked for in the first 300 characters', () => {
    const many = Array.from(
      { length: 60 },
      (_, at) => `Ann Lee${String.fromCharCode(97 + (at % 26))}${at > 25 ? 'x' : ''}`,
    );
    expect(namesIn(many.join('; ')).length).toBeLessThan(36);
  });
});

describe('what is no name', () => {
  test.each(
    list(
      '- Ann|12 soups|View posts|see all|Learn more|Read on|More stories|Follow us|Meet Ann|For Ann|Size M|CC BY 4|Ann!|Ann?|admin|archive|contact|continued|replying to|highlights|story highlights|written by|administrator|staff|editor|editors|guest|user|anonymous|unknown|author|authors|autor|autorin|publisher|article by|photo by|courtesy of|courtesy|cortesía de|Montag|Dienstag|Donnerstag|Freitag|Samstag|Sonntag|Mittwoch|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|webmaster|null|undefined|none|by|more|share|follow|contributor|view all posts|weitere informationen|about the author|this author|afficher mon profil x|ses articles|alle beiträge|mehr artikel von|n/a|sponsored|advertorial|profile|email|bio|January|Jan|Feb|March|März|Apr|May|Mai|June|Juli|August|Sept|Oktober|November|Dez|posts on|Head of News|Director at Quay|Member in Port|3 min read|https://x|www.x|the RSS feed|on Twitter|ann@quay|Ann 1234|Ann {x}|a_b_c|/ann|3 hours ago|Gespräch über Suppe|Talk about soup|last modified|9:30|Ann aktualisiert|comments',
    ).filter((words) => words !== 'courtesy of'),
  )('%s', (text) => {
    expect(isName(text)).toBe(false);
  });

  test.each(
    list(
      'em São Paulo|en Lima|in London|im Hafen|aus Kiel|from Kiel|at Sea|à Paris|March 9|9. März|17|A|…',
    ),
  )('%s, a place or a day', (text) => {
    expect(isName(text)).toBe(false);
  });

  test('and names of 2 to 60 characters and up to six words are', () => {
    expect(['Al', 'Ann Lee', '李安', 'Ana de la Cruz y Vega'].map(isName)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([
      isName('a'.repeat(60)),
      isName('a'.repeat(61)),
      isName('Ann Bea Cal Don Eva Fay Gil'),
    ]).toEqual([true, false, false]);
  });
});

describe('a full name', () => {
  test.each(list('Ann Lee|Ann B. Lee|Ana de Cruz|Ludwig van Moor|Ali bin Omar|Jean-Luc O’Neil'))(
    '%s',
    (name) => {
      expect([isSetLikeName(name), isFullName(name)]).toEqual([true, true]);
    },
  );

  test.each(list('Ann|ann Lee|Ann lee|Ann B|Ann Bea Cal Don Lee'))('not %s', (name) => {
    expect(isSetLikeName(name)).toBe(false);
  });

  test.each(
    list(
      'Ann Editor|Ann Reporter|Ann Correspondent|Ann Writer|Staff Lee|Contributor Lee|Contributing Lee|Columnist Lee|Journalist Lee|Producer Lee|News Lee|Press Lee|Agency Lee|Quay Times|Quay Post|Quay Today|Digital Lee|Media Lee|Quay Tribune|Quay Herald|Bureau Lee|Chief Lee|Director Lee|Head Lee|Freelance Lee|Special Lee|Updated Lee|Published Lee|Redakteurin Lee|Korrespondent Lee|Professor Lee|Analyst Lee|Ann Reuters',
    ),
  )('not %s, which has a role or an agency', (name) => {
    expect(isFullName(name)).toBe(false);
  });

  test.each(list('author|inc|llc|phd|md|jr|sr|ii|iii|usa today|cnn|m.d|ph.d|rd|rdn|ldn|mph|rn|ms'))(
    '%s is a role',
    (word) => {
      expect([ROLE.any.test(`Ann, ${word}`), ROLE.any.test(`x${word}x`)]).toEqual([true, false]);
    },
  );
});

test.each(
  list(
    'The Quay|Quay Press|Quay News|Quay Agency|Quay Agence|Quay Times|Quay Post|Quay Journal|Quay Network|Quay Media|Quay Tribune|Quay Herald|Quay Bureau|Quay Staff|Quay Desk|Quay Service|Associated Quays|Quay International|Quay Television|Quay Radio|Quay Broadcasting|Quay Digital|QUAY|quay.com|quay.net|quay.org|quay.info|quay.de|Reuters',
  ),
)('%s is an organization', (name) => {
  expect(isOrganization(name)).toBe(true);
});

test.each(list('Ann Lee|Quay|ANN LEE|Pressman Lee'))('%s is none', (name) => {
  expect(isOrganization(name)).toBe(false);
});

test.each([
  ['Lee, Ann', 'Ann Lee'],
  ['Lee, AFP', 'Lee, AFP'],
  ['Lee, Editor', 'Lee, Editor'],
  ['Ann Lee, London', 'Ann Lee, London'],
  ['Ann Lee', 'Ann Lee'],
])('%s in order is %s', (name, expected) => {
  expect(inOrder(name)).toBe(expected);
});

walkRows('NAME_JOINTS', NAME_JOINTS);
