import type { LinkedEntry } from '../../../src/feed/changes/changes.ts';

/** An entry with nothing in it but what a test is about. */
export function anEntry(fields: Partial<LinkedEntry> = {}): LinkedEntry {
  return {
    id: null,
    title: null,
    link: 'https://harbour.example/world/pier',
    published: null,
    updated: null,
    author: null,
    summary: null,
    content: null,
    categories: [],
    enclosures: [],
    ...fields,
  };
}
