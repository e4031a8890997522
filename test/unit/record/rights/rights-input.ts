import { decideRights, type RightsInput } from '../../../../src/record/rights/rights.ts';
import type { RightsSignal } from '../../../../src/terms/rights-signal.ts';

export const now = new Date('2026-11-25T12:00:00Z');

export const noFlags = {
  gated: false,
  live: false,
  opinion: false,
  sponsored: false,
  developing: false,
};

export const licence = { basis: 'agreement', reference: 'contract 2026-14' };

export const input = (changes: Partial<RightsInput> = {}): RightsInput => ({
  mode: 'excerpt',
  signals: [],
  flags: noFlags,
  source: 'Harbour Post',
  publisher: 'Harbour Post',
  signatures: [],
  images: [],
  attribution: { text: 'Harbour Post', url: 'https://harbour.example/1' },
  now,
  ...changes,
});

export const licensed = (changes: Partial<RightsInput> = {}) =>
  input({ mode: 'full', licence, ...changes });

export const robots = (value: string): RightsSignal => ({
  signal: 'robots',
  value,
  where: 'meta[name=robots]',
});

export const signal = (name: string, value: string, where = 'page'): RightsSignal => ({
  signal: name,
  value,
  where,
});

export const modeOf = (given: RightsInput) => decideRights(given).mode;
