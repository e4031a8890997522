// docs/confidence.svg: confidence against F1 of the pages whose text is known, and the sentence of docs/confidence.md that
// says what both limits come to, from docs/confidence.json, which `npm run bench -- confidence FOLDER --write` measures.
//
//   node scripts/confidence-picture.ts

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema } from '../src/config/schema.ts';

const DOCS = join(import.meta.dirname, '../docs');

/** Confidence and F1 of a page. */
export type Measured = [confidence: number, f1: number];

export function measuredPages(): Map<string, Measured[]> {
  const text = readFileSync(join(DOCS, 'confidence.json'), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Record<string, Measured[]>));
}

export const SURE = 0.9;
export const RIGHT = 0.9;
export const WRONG = 0.7;
export const DEFAULT_LIMIT = configSchema.parse({}).defaults.minConfidence;

/** How many pages lie where. */
export function tally(pages: readonly Measured[]) {
  const count = (...tests: ((page: Measured) => boolean)[]) =>
    pages.filter((page) => tests.every((test) => test(page))).length;
  const isSure = ([confidence]: Measured) => confidence >= SURE;
  const isHeld = ([confidence]: Measured) => confidence < DEFAULT_LIMIT;
  const isRight = ([, f1]: Measured) => f1 >= RIGHT;
  const isWrong = ([, f1]: Measured) => f1 < WRONG;
  return {
    all: pages.length,
    right: count(isRight),
    wrong: count(isWrong),
    sure: count(isSure),
    sureAndRight: count(isSure, isRight),
    heldAndRight: count(isHeld, isRight),
    heldAndWrong: count(isHeld, isWrong),
  };
}

const SIDE = 560;
const MARGIN = 60;
const COLOURS = ['#1f6feb', '#d9730d', '#2e8b57', '#8250df'];

const place = (part: number): number => Math.round(part * SIDE * 10) / 10;
const x = (confidence: number): number => MARGIN + place(confidence);
const y = (f1: number): number => MARGIN / 2 + SIDE - place(f1);

function axis(): string[] {
  return [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((at) => [
    `<text x="${x(at)}" y="${y(0) + 20}" text-anchor="middle">${at}</text>`,
    `<text x="${x(0) - 10}" y="${y(at) + 4}" text-anchor="end">${at}</text>`,
    `<path class="grid" d="M${x(at)} ${y(0)}V${y(1)}M${x(0)} ${y(at)}H${x(1)}"/>`,
  ]);
}

function limits(): string[] {
  return [
    `<path class="limit" d="M${x(SURE)} ${y(0)}V${y(1)}M${x(DEFAULT_LIMIT)} ${y(0)}V${y(1)}"/>`,
    `<text x="${x(SURE) - 6}" y="${y(0.03)}" text-anchor="end">sure: ${SURE}</text>`,
    `<text x="${x(DEFAULT_LIMIT) - 6}" y="${y(0.03)}" text-anchor="end">held below ${DEFAULT_LIMIT}</text>`,
    `<text x="${x(0.5)}" y="${y(0) + 42}" text-anchor="middle">confidence</text>`,
    `<text transform="translate(16 ${y(0.5)}) rotate(-90)" text-anchor="middle">F1 of the words, against the known text</text>`,
  ];
}

function dots(sets: ReadonlyMap<string, Measured[]>): string[] {
  return [...sets].flatMap(([set, pages], at) => {
    const colour = COLOURS[at % COLOURS.length];
    const marks = pages
      .map(([confidence, f1]) => `<circle cx="${x(confidence)}" cy="${y(f1)}" r="3.5"/>`)
      .join('');
    return [
      `<g fill="${colour}" fill-opacity="0.45">${marks}</g>`,
      `<text x="${x(0.03)}" y="${y(0.95 - at * 0.045)}" fill="${colour}">● ${set}, ${pages.length} pages</text>`,
    ];
  });
}

export function confidencePicture(sets: ReadonlyMap<string, Measured[]>): string {
  const size = `${SIDE + MARGIN + 20} ${SIDE + MARGIN + 30}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" font-family="sans-serif" font-size="13">`,
    '<title>Confidence against F1 on pages whose text is known</title>',
    '<style>.grid{stroke:#ddd;fill:none}.limit{stroke:#b00;stroke-dasharray:5 4;fill:none}</style>',
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...axis(),
    ...limits(),
    ...dots(sets),
    '</svg>',
    '',
  ].join('\n');
}

const SENTENCES = /(<!-- figures -->\n)[\s\S]*?(<!-- end of figures -->)/;

/** docs/confidence.md with what its figures come to. */
export function withFigures(page: string, sets: ReadonlyMap<string, Measured[]>): string {
  const { all, right, wrong, sure, sureAndRight, heldAndRight, heldAndWrong } = tally(
    [...sets.values()].flat(),
  );
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  const sentences = [
    `- Of ${all} pages, ${right} are read right (F1 of ${RIGHT} and more) and ${wrong} badly (below ${WRONG}).`,
    `- ${sure} pages have a confidence of ${SURE} and more; ${share(sureAndRight, sure)} of them are read right.`,
    `- The default limit of ${DEFAULT_LIMIT} holds ${heldAndWrong} of the ${wrong} that are read badly, and ${heldAndRight} (${share(heldAndRight, right)}) of those that are read right.`,
  ];
  return page.replace(SENTENCES, `$1\n${sentences.join('\n')}\n\n$2`);
}

if (import.meta.main) {
  const sets = measuredPages();
  const page = join(DOCS, 'confidence.md');
  writeFileSync(join(DOCS, 'confidence.svg'), confidencePicture(sets));
  writeFileSync(page, withFigures(readFileSync(page, 'utf8'), sets));
}
