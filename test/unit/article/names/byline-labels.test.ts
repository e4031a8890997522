import { describe, expect, test } from 'vitest';
import {
  BYLINE_LABELS,
  labelledWriters,
  startsWithWriterLabel,
} from '../../../../src/article/names/byline-labels.ts';
import { namesIn, startsByline } from '../../../../src/article/names/person-name.ts';
import { rowTexts } from '../../../support/patterns/row-texts.ts';

const wordsOf = (list: string): string[] =>
  list.replaceAll('\\', '').replaceAll('?', '').split('|');

test.each(BYLINE_LABELS)('the labels of $language', ({ writer, other, before }) => {
  for (const word of wordsOf(writer)) {
    expect.soft(labelledWriters(`${word}: Mina Solberg`), word).toBe('Mina Solberg');
    expect.soft(startsWithWriterLabel(`${word}: Mina Solberg`), word).toBe(true);
  }
  const [first = ''] = wordsOf(writer);
  for (const word of wordsOf(other)) {
    const line = `${first}: Mina Solberg, ${word}: Ola Nord`;
    expect.soft(labelledWriters(line), line).toBe('Mina Solberg');
    expect.soft(startsWithWriterLabel(`${word}: Ola Nord`), word).toBe(false);
  }
  for (const word of before === '' ? [] : wordsOf(before)) {
    expect.soft(labelledWriters(`${word} Mina Solberg`), word).toBe('Mina Solberg');
  }
});

test.each([
  'Mina Solberg',
  'The author of the plan',
  'Context: the harbour',
  'She wrote a letter to the author',
  '前作者的房子',
])('a line without a label says nothing by one: %s', (line) => {
  expect(labelledWriters(line)).toBeUndefined();
});

describe('names behind labels', () => {
  test.each([
    ['文／田中花子', ['田中花子']],
    ['取材・文：田中花子 写真：山本太郎', ['田中花子']],
    ['本报记者 王小明 李华', ['王小明', '李华']],
    ['记者王小明、李华 报道', ['王小明', '李华']],
    ['来源：海港日报 作者：王小明 责编：赵云', ['王小明']],
    ['김민수 기자 minsu@quay.example', ['김민수']],
    ['लेखक: अनिल शर्मा', ['अनिल शर्मा']],
    ['Του Νίκου Παππά', ['Νίκου Παππά']],
    ['بقلم محمد السالم', ['محمد السالم']],
    ['بقلم: محمد السالم', ['محمد السالم']],
    ['מאת דנה לוי', ['דנה לוי']],
    ['Tác giả: Nguyễn Thị Lan', ['Nguyễn Thị Lan']],
    ['โดย สมชาย ใจดี', ['สมชาย ใจดี']],
    ['Oleh Budi Santoso', ['Budi Santoso']],
    ['Текст: Марина Соколова, фото: Иван Петров', ['Марина Соколова']],
    ['Words: Ann Lee | Photos: Bob Ray', ['Ann Lee']],
    ['Tekst: Anna Kowalska, fot: Jan Nowak', ['Anna Kowalska']],
  ])('%s', (line, names) => {
    expect(namesIn(line)).toEqual(names);
  });

  test.each([
    ['BY ANN LEE AND BOB RAY', ['ANN LEE', 'BOB RAY']],
    ['VON ANNA LEHR, BODO RAU UND CLARA SIMM', ['ANNA LEHR', 'BODO RAU', 'CLARA SIMM']],
    ['By E. J. Dunmore Jr.', ['E. J. Dunmore Jr.']],
    ['By Paul Ames, Jr. and Ann Lee', ['Paul Ames Jr.', 'Ann Lee']],
    ['Monday November 9, 2026 2:05 pm GMT by Ann Lee', ['Ann Lee']],
    ['9. November 2026, 14:05 Uhr von Anna Lehr', ['Anna Lehr']],
  ])('joined, numbered or behind the day: %s', (line, names) => {
    expect(namesIn(line)).toEqual(names);
    expect(startsByline(line)).toBe(true);
  });

  test.each(['Oleh Shevchenko', 'Nina Solberg', 'Otto Autor', 'Storm Texter'])(
    '%s is a name',
    (name) => {
      expect(namesIn(name)).toEqual([name]);
    },
  );

  test.each([
    'In 2019 the bridge was built by Portuguese workers.',
    'The 2026 budget was passed by the council on Monday',
  ])('a sentence is no byline: %s', (line) => {
    expect(startsByline(line)).toBe(false);
  });
});

test('each label that test/fixtures/row-texts keeps says who wrote, who did something else, or that a name follows', () => {
  const said = (list: string, line: (word: string) => string) =>
    rowTexts(list).filter((word) => labelledWriters(line(word)) !== 'Mina Solberg');
  expect(said('BYLINE_WRITERS', (word) => `${word}: Mina Solberg`)).toEqual([]);
  expect(said('BYLINE_OTHERS', (word) => `Mina Solberg, ${word}: Ola Nord`)).toEqual([]);
  expect(said('BYLINE_BEFORE_NAME', (word) => `${word} Mina Solberg`)).toEqual([]);
});

test.each(['记者', '通讯员', '通訊員', '特约撰稿', '特约撰稿人'])(
  'names stand side by side behind %s, whatever closes the line',
  (label) => {
    for (const end of ['', ' 报道', ' 報道', ' 摄影报道', ' 摄', ' 文']) {
      const line = `${label} 王小明 李海华${end}`;
      expect([line, labelledWriters(line)]).toEqual([line, '王小明; 李海华']);
    }
  },
);

test('each language has its labels in test/fixtures/row-texts, also those that it shares with another', () => {
  const known = BYLINE_LABELS.flatMap((row) =>
    (['writer', 'other', 'before'] as const)
      .filter((use) => row[use] !== '')
      .map((use) => `${row.language} = ${use} = ${row[use]}`),
  );
  expect(known).toEqual(rowTexts('BYLINE_LABELS'));
});
