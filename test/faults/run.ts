// The fault suite: `npm run test:faults` runs the fixed seeds and kills the workers at every step; `--
// --seeds 50` as many random seeds, `-- --seed 7` one of them again; `-- --beside FOLDER` lets every other
// worker run the version in that folder, as an upgrade does that goes on in turns.

import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { makePlan, makeStepPlans, STORM_MS, type Fault, type Plan } from './plan.ts';
import { recover, verdict } from './verdict.ts';
import { PREFIX } from './config.ts';
import { World } from './world.ts';

const FIXED_SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function describeFaults(faults: Fault[]): string {
  return faults
    .map(({ atMs, kind, target, durationMs }) => `${atMs} ${kind}(${target}, ${durationMs})`)
    .join('; ');
}

async function queuesInWords(world: World): Promise<string> {
  return await world.look(async (_redis, queues) => {
    const states = queues.all().map(async (queue) => {
      const counts = Object.entries(await queue.getJobCounts()).filter(([, count]) => count > 0);
      const jobs = await queue.getJobs(['waiting', 'active', 'delayed']);
      const open = jobs.slice(0, 12).map(({ id, attemptsMade, attemptsStarted, delay: ms }) => {
        return `${id} tries ${attemptsMade} starts ${attemptsStarted} delay ${ms}`;
      });
      return `${queue.name}: ${JSON.stringify(Object.fromEntries(counts))} ${open.join(', ')}`;
    });
    return (await Promise.all(states)).join('\n  ');
  });
}

/** What is remembered of every article that the site does not show as it should. */
async function memoriesInWords(world: World, lost: string[]): Promise<string> {
  return await world.look(async (redis) => {
    const keys = await redis.keys(`${PREFIX}:article:*`);
    const stories = keys.map(async (key) => {
      const [title, revision, action] = await redis.hmget(key, 'record', 'revision', 'action');
      const record = JSON.parse(title ?? '{}') as { title?: string };
      const base = record.title?.replace(/, report \d+$/, '');
      if (!base || !lost.some((problem) => problem.startsWith(`"${base}`))) return [];
      const history = await redis.lrange(key.replace(':article:', ':history:'), 0, -1);
      return [`${action} ${revision} "${record.title}"\n    ${history.join('\n    ')}`];
    });
    return (await Promise.all(stories)).flat().join('\n  ');
  });
}

/** One plan after the other's time: what happens to Redis happens in turn, or it would not be the plan. */
async function storm(plan: Plan, world: World): Promise<void> {
  world.sources.begin();
  const startedAt = performance.now();
  let redisFaults = Promise.resolve();
  const others: Promise<void>[] = [];
  for (const fault of plan.faults) {
    await delay(Math.max(0, fault.atMs - (performance.now() - startedAt)));
    const hitsRedis = /redis|power|everything|memory|disk/.test(fault.kind);
    if (hitsRedis) redisFaults = redisFaults.then(() => world.suffer(fault));
    else others.push(world.suffer(fault));
  }
  await Promise.all([redisFaults, ...others]);
  await delay(Math.max(0, STORM_MS - (performance.now() - startedAt)));
}

/** The worlds that are open, so that none outlives this program. */
const worlds = new Set<World>();

async function run(plan: Plan): Promise<boolean> {
  const { seed } = plan;
  await using world = await World.open(plan, values.beside);
  worlds.add(world);
  await storm(plan, world);
  await world.heal();
  const { ms, lost } = await recover(plan, world);
  const problems = await verdict(plan, world, lost);
  worlds.delete(world);
  const requests = world.sources.requests.length;
  const summary = `${requests} requests, ${world.journal().length} deliveries, recovered in ${ms} ms`;
  console.log(`seed ${seed}: ${problems.length === 0 ? 'kept' : 'BROKEN'} (${summary})`);
  if (problems.length === 0) return true;
  console.log(`  faults: ${describeFaults(plan.faults)}`);
  for (const problem of problems) console.log(`  ${problem}`);
  console.log(`  ${await queuesInWords(world)}`);
  console.log(`  ${await memoriesInWords(world, lost)}`);
  for (const { output } of world.workers) console.log(`  log: ${output.slice(-2_000)}`);
  return false;
}

/** A storm without a verdict is none that was kept. */
async function isKept(plan: Plan): Promise<boolean> {
  try {
    return await run(plan);
  } catch (error) {
    console.log(
      `seed ${plan.seed}: NO VERDICT (${error instanceof Error ? error.stack : String(error)})`,
    );
    return false;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    const closed = [...worlds].map((world) => world[Symbol.asyncDispose]());
    void Promise.allSettled(closed).then(() => process.exit(1));
  });
}

const { values } = parseArgs({
  options: { seeds: { type: 'string' }, seed: { type: 'string' }, beside: { type: 'string' } },
});
function chosenPlans(): Plan[] {
  if (values.seed !== undefined) {
    const seed = Number(values.seed);
    return [makeStepPlans().find((plan) => plan.seed === seed) ?? makePlan(seed)];
  }
  if (values.seeds === undefined) return [...FIXED_SEEDS.map(makePlan), ...makeStepPlans()];
  const count = Number(values.seeds);
  return Array.from({ length: count }, () => makePlan(Math.floor(Math.random() * 1e6)));
}

const plans = chosenPlans();
const broken: Plan[] = [];
for (const plan of plans) if (!(await isKept(plan))) broken.push(plan);
console.log(`${plans.length - broken.length} of ${plans.length} schedules kept every promise`);
for (const { seed } of broken)
  console.log(`broken: ${seed} (npm run test:faults -- --seed ${seed})`);
process.exit(broken.length === 0 ? 0 : 1);
