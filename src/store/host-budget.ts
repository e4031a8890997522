import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';
export class HostBudget {
  constructor(_redis: Redis, _keys: Keys, _limits: { concurrency: number; spacing: number }) {}
}
