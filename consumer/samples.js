import { readFileSync } from 'node:fs';

/** @typedef {import('./index.d.ts').SampleJobs} SampleJobs */

/** They lie in a file of JSON for sites in other languages. */
const FILE = new URL('samples.json', import.meta.url);

/** @returns {SampleJobs} */
export const sampleJobs = () => JSON.parse(readFileSync(FILE, 'utf8'));
