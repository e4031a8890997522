import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRedisServer } from '../../../src/redis/redis-server.ts';
import { createPipelineReader } from './pipeline-reader.ts';
import { printScores } from './score-sheet.ts';
import { scoreOf } from './simulation.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'newsrelay-score-'));
const redis = await startRedisServer({ dataDir, persist: false });
try {
  const { url } = redis;
  const scores = await scoreOf(
    (options) => createPipelineReader(options, { url, prefix: 'score' }),
    30,
  );
  console.log(printScores(scores));
  if (scores.some(({ deductions }) => deductions.length > 0)) process.exitCode = 1;
} finally {
  await redis.stop();
  await rm(dataDir, { recursive: true });
}
