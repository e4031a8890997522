import { describe, expect, test } from 'vitest';
import { MOST_BODY_BLOCKS, type Span } from '../../../src/article-body.ts';
import type { Placement } from '../../../src/article/structure/structure.ts';
import {
  bodyWithParagraphs,
  recordBodyOf,
  bodyWithImages,
  withoutLinks,
} from '../../../src/record/body.ts';
import { applyRights } from '../../../src/record/rights/rights.ts';
import { articleRecord } from '../../support/records/article-record.ts';

const [one, two, three] = ['one', 'two', 'three'].map((text) => ({ kind: 'p' as const, text }));
const paragraphs = [one!, two!, three!];
const placed = (at: number): Placement => ({
  kind: 'paragraph',
  paragraph: paragraphs[at]!,
  structure: {},
});
const rule: Placement = { kind: 'insert', insert: { rule: true } };
const lead = { url: 'https://mill.example/lead-800x600.jpg' };
const own = { url: 'https://mill.example/own.jpg' };

describe('the body of a record', () => {
  test('names paragraphs by their index, and what stands between them', () => {
    expect(recordBodyOf([placed(0), rule, placed(1), placed(2)], paragraphs, [])).toEqual([
      { p: 0 },
      { rule: true },
      { p: 1 },
      { p: 2 },
    ]);
  });

  test('has every paragraph that no page placed, in its order', () => {
    expect(recordBodyOf([rule, placed(0), placed(2)], paragraphs, [])).toEqual([
      { rule: true },
      { p: 0 },
      { p: 1 },
      { p: 2 },
    ]);
  });

  test('leaves out what a table or a post shows, and never names a paragraph twice', () => {
    const within: Placement = { kind: 'within', paragraph: paragraphs[1]! };
    expect(recordBodyOf([placed(0), rule, within, placed(2), placed(0)], paragraphs, [])).toEqual([
      { p: 0 },
      { rule: true },
      { p: 2 },
    ]);
  });

  test('shows a picture once, in whatever size the page has it, and none that the record lacks', () => {
    const picture = (url: string): Placement => ({ kind: 'picture', url });
    const large = 'https://mill.example/lead-1600x1200.jpg';
    const other = 'https://mill.example/other.jpg';
    expect(
      recordBodyOf(
        [picture(large), placed(0), picture(lead.url), picture(other)],
        [one!],
        [own, lead],
      ),
    ).toEqual([{ image: 1 }, { p: 0 }]);
  });

  test('without links keeps the words and what else sets them apart', () => {
    const linked = (spans: Span[]): Placement => ({
      kind: 'paragraph',
      paragraph: one!,
      structure: { list: 'ul', spans },
    });
    const href = 'https://mill.example/figures';
    const spansOf = (spans: Span[]) =>
      recordBodyOf(withoutLinks([linked(spans)]), [one!], [])?.map(
        (block) => 'p' in block && block.spans,
      );
    expect(
      spansOf([
        'By ',
        { text: 'the mill', href, em: true },
        ' and ',
        { text: 'figures', href },
        '.',
      ]),
    ).toEqual([['By ', { text: 'the mill', em: true }, ' and figures.']]);
    expect(spansOf(['By ', { text: 'the mill', href }])).toEqual([undefined]);
    expect(recordBodyOf(withoutLinks([rule, placed(0)]), [one!], [])).toEqual([
      { rule: true },
      { p: 0 },
    ]);
  });

  test('is none where it would say no more than the paragraphs', () => {
    expect(recordBodyOf([placed(0), placed(1)], paragraphs, [])).toBeUndefined();
    expect(recordBodyOf(Array<Placement>(2_000).fill(rule), paragraphs, [])).toBeUndefined();
  });
});

test('pictures that are left keep their place by their new index', () => {
  const body = [{ p: 0 }, { image: 0 }, { image: 1 }];
  expect(bodyWithImages({ body, images: [lead, own] }, [own])).toEqual([{ p: 0 }, { image: 0 }]);
  expect(bodyWithImages({ images: [lead] }, [lead])).toBeUndefined();
});

describe('within its rights a record', () => {
  const agency = { ...lead, credit: 'Reuters' };
  const body = [{ p: 0, spans: ['x'] }, { image: 0 }, { image: 1 }];
  const record = articleRecord({ images: [agency, own], body });

  test('in full has its body, without pictures that are others’', () => {
    expect(applyRights(record).body).toEqual([{ p: 0, spans: ['x'] }, { image: 0 }]);
  });

  test('without pictures has its body without them', () => {
    const rights = { ...record.rights, images: 'none' as const };
    expect(applyRights({ ...record, rights }).body).toEqual([{ p: 0, spans: ['x'] }]);
  });

  test.each(['excerpt', 'link', 'drop'] as const)('in mode %s has none', (mode) => {
    expect(applyRights({ ...record, rights: { ...record.rights, mode } })).not.toHaveProperty(
      'body',
    );
  });
});

describe('the body of changed paragraphs', () => {
  const list = (p: number, start?: true) => ({ p, list: 'ul' as const, ...(start && { start }) });
  const before = paragraphs;

  test('hands the start of a list on to the first item that is left', () => {
    const body = [list(0, true), list(1), { p: 2 }];
    expect(bodyWithParagraphs(body, before, [undefined, two, three])).toEqual([
      list(0, true),
      { p: 1 },
    ]);
    expect(bodyWithParagraphs(body, before, [undefined, undefined, three])).toEqual([{ p: 0 }]);
    expect(bodyWithParagraphs(body, before, [one, undefined, three])).toEqual([
      list(0, true),
      { p: 1 },
    ]);
    expect(bodyWithParagraphs(body, before, [one, two, three])).toEqual(body);
    expect(bodyWithParagraphs([list(0), list(1)], before, [one, two])).toEqual([list(0), list(1)]);
  });

  test('keeps the spans of a text that is the same, and what stands between', () => {
    const body = [{ p: 0, spans: ['one'] }, { rule: true as const }, { p: 1, spans: ['two'] }];
    const zwei = { kind: 'p' as const, text: 'zwei' };
    expect(bodyWithParagraphs(body, before, [{ ...one! }, zwei, three])).toEqual([
      { p: 0, spans: ['one'] },
      { rule: true },
      { p: 1 },
    ]);
  });
});

test('a body of as many blocks as are read is kept, and one of more is none', () => {
  const blocks = (many: number) => recordBodyOf(Array<Placement>(many).fill(rule), [], [])?.length;
  expect([blocks(MOST_BODY_BLOCKS), blocks(MOST_BODY_BLOCKS + 1)]).toEqual([
    MOST_BODY_BLOCKS,
    undefined,
  ]);
});

test('a paragraph that something sets apart is reason enough for a body', () => {
  const listed: Placement = { kind: 'paragraph', paragraph: one!, structure: { list: 'ul' } };
  expect(recordBodyOf([listed], [one!, two!], [])).toEqual([{ p: 0, list: 'ul' }, { p: 1 }]);
});
