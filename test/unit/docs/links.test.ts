import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  anchorsOf,
  codeSpans,
  documents,
  linksOf,
  readDocument,
  ROOT,
  type Document,
} from '../../support/docs/documents.ts';

const exists = (path: string) => existsSync(join(ROOT, path));

function brokenLinks(document: Document): string[] {
  return linksOf(document).flatMap(({ target, anchor }) => {
    if (!exists(target)) return [target];
    if (anchor === undefined || !target.endsWith('.md')) return [];
    return anchorsOf(readDocument(target)).includes(anchor) ? [] : [`${target}#${anchor}`];
  });
}

const FOLDERS =
  /^(?:src|test|config|workers|scripts|bench|demo|docs|examples|wordpress|\.github)\/[\w./*{},-]*$/;
const FILE_AT_ROOT = /^[\w-]+(?:\.[\w-]+)*\.(?:ts|md|yml|json|mjs)$/;

/** Paths of this project that a document names between backticks. */
function pathsNamed(document: Document): string[] {
  return codeSpans(document).filter(
    (code) => FOLDERS.test(code) || (FILE_AT_ROOT.test(code) && !WRITTEN_BY_US.has(code)),
  );
}

/** Files that newsrelay makes elsewhere. */
const WRITTEN_BY_US = new Set(['feed.json', 'tdmrep.json']);

/** Programs of this project that a block runs. */
function programsRun({ blocks }: Document): string[] {
  return blocks.flatMap(({ code }) =>
    [...code.matchAll(/\bnode (?!-)(\S+\.(?:ts|mjs))/g)].map(([, path = '']) => path),
  );
}

const isThere = (path: string) =>
  path.includes('*') || path.includes('{')
    ? globSync(path, { cwd: ROOT }).length > 0
    : exists(path);

describe.each(documents())('$path', (document) => {
  test('every link inside the project leads to a file and a heading that are there', () => {
    expect(brokenLinks(document)).toEqual([]);
  });

  test('every path of the project that it names exists', () => {
    const named = [...pathsNamed(document), ...programsRun(document)];
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });
});

test('a link to a heading that was renamed is found', () => {
  const document = { ...readDocument('README.md'), prose: '[x](docs/config.md#no-such-part)' };
  expect(brokenLinks(document)).toEqual(['docs/config.md#no-such-part']);
});
