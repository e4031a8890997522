import { setTimeout as delay } from 'node:timers/promises';
import type { LoadedConfig } from '../config/load.ts';
import { MINUTE_MS } from '../durations.ts';
import { TransientError } from '../errors.ts';
import type { Fetch } from '../http/fetch.ts';
import { patientFetch } from '../politeness/patient-fetch.ts';
import { commandConnection, workerConnection, type Connection } from '../redis/connection.ts';
import { JobResults } from '../queue/job-results.ts';
import { plainName } from '../queue/queues.ts';
import { untakenSince } from '../queue/untaken.ts';
import { heedClock, heedMemory, type WatchedWorkers } from '../queue/pauses.ts';
import type { RedisFault } from '../redis/preflight.ts';
import type { RedisClock } from '../redis/redis-clock.ts';
import { dropOfRemovedSources } from '../queue/quarantine.ts';
import { removeStrayed } from '../queue/schedule.ts';
import type { RunningWorker, WorkerOptions } from '../queue/worker.ts';
import { Keys } from '../store/keys.ts';
import { wipe } from '../store/wipe.ts';
import { type Revision, revisionsSince } from '../store/articles/revisions.ts';
import { enterRedis, joinDeployment } from './enter-redis.ts';
import { createPipeline, type PipelineParts } from './create-pipeline.ts';
import { sourceNamed } from '../processors/job-source.ts';
import type { Pipeline } from '../processors/pipeline.ts';
import { adoptFormer } from './adopt-former.ts';
import { configMark, ConfigWatch } from './config-watch.ts';
import { reconcileOutbox } from '../processors/republish/republish.ts';
import type { WorkRole } from './roles.ts';
import { ScheduleWatch } from './schedule-watch.ts';
import { type PushDestination, startWorkers } from './workers.ts';

export interface PipelineDependencies extends PipelineParts {
  redisUrl: string;
  /** Places to deliver to, with the limits that their config sets. */
  destinations: readonly PushDestination[];
  onTrouble: WorkerOptions['onTrouble'];
  /** The clock that `now` reads, to be kept in step with Redis; none where time is not real. */
  clock?: RedisClock | undefined;
}

const PING_MS = 2_000;
const UNTAKEN_MS = 5 * MINUTE_MS;
const MEMORY_SAMPLE_MS = 10 * MINUTE_MS;

// What is in hand when we are to stop gets this long; then it goes back to the queue.
const FINISH_MS = 10_000;
const HAND_BACK_MS = 5_000;
// Closing what belongs to a Redis that is away never ends: it may return within this time.
const FAREWELL_MS = 3_000;

async function endsWithin(limitMs: number, work: Promise<unknown>): Promise<boolean> {
  const limit = delay(limitMs, false, { ref: false });
  return await Promise.race([work.then(() => true), limit]);
}

/** The pipeline on a live Redis, with its connections and workers. Dispose of it to stop everything. */
export class OpenPipeline implements AsyncDisposable {
  readonly pipeline: Pipeline;
  readonly #config: LoadedConfig;
  readonly #onTrouble: WorkerOptions['onTrouble'];
  readonly #redisUrl: string;
  readonly #redis: Connection;
  readonly #destinations: readonly PushDestination[];
  readonly #clock: RedisClock | undefined;
  readonly #telemetry: WorkerOptions['telemetry'];
  readonly #connections: Connection[] = [];
  readonly #workers: RunningWorker[] = [];
  readonly #timers: NodeJS.Timeout[] = [];
  #hasEntered = false;

  constructor(config: LoadedConfig, dependencies: PipelineDependencies) {
    const { redisUrl, destinations, onTrouble, clock } = dependencies;
    this.#clock = clock;
    this.#telemetry = dependencies.telemetry;
    this.#destinations = destinations;
    this.#redisUrl = redisUrl;
    this.#onTrouble = onTrouble;
    this.#config = config;
    const redis = this.#connect(commandConnection);
    this.#redis = redis;
    this.pipeline = createPipeline(config, redis, dependencies);
  }

  /** For what a job wants by the way, such as a picture of an article: by robots.txt and the host's budget. */
  get fetchPatiently(): Fetch {
    const { fetch, perHost, now } = this.pipeline;
    return patientFetch(fetch, { limits: perHost, robots: 'obey' }, now);
  }

  #connect(open: (url: string) => Connection): Connection {
    const connection = open(this.#redisUrl);
    connection.on('error', (error: Error) => this.#onTrouble({ error }));
    this.#connections.push(connection);
    return connection;
  }

  /** What the work throws is reported. */
  async #try(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#onTrouble({ error: error instanceof Error ? error : new Error(String(error)) });
    }
  }

  /** Does something now and then, one turn at a time; the turn after a failed one tries again. */
  #every(periodMs: number, work: () => Promise<unknown>): void {
    let isBusy = false;
    const turn = async () => {
      if (isBusy) return;
      isBusy = true;
      await this.#try(work);
      isBusy = false;
    };
    this.#timers.push(setInterval(() => void turn(), periodMs));
  }

  /** To be called before any work: see `enterRedis`. */
  async enter(): Promise<RedisFault[]> {
    await this.#clock?.sync(this.#redis);
    const disagreement = this.#clock?.disagreement();
    if (disagreement) throw new TransientError('wrong-clock', disagreement);
    const faults = await enterRedis(this.#redis, this.pipeline.deployment, this.#config);
    if (!this.#hasEntered) {
      const sources = this.#config.sources.map(({ id }) => id);
      const watch = new ConfigWatch({ config: configMark(this.#config), sources }, this.pipeline);
      this.#every(this.#config.queue.takeover / 2, async () => {
        await joinDeployment(this.pipeline.deployment, this.#config);
        await watch.look();
      });
    }
    this.#hasEntered = true;
    return faults;
  }

  /** Makes the feeds' schedulers those of the config, and forgets what failed of removed sources. */
  async schedule(): Promise<{ scheduled: number; removed: number; dropped: number }> {
    const { queues, sources, formerly } = this.pipeline;
    const isConfigured = (id: string) => sourceNamed(id, this.pipeline) !== undefined;
    const dropped = await dropOfRemovedSources([queues.poll, queues.scrape], isConfigured);
    await this.pipeline.health.missing.forget([...sources.keys(), ...formerly.keys()]);
    const watch = new ScheduleWatch(this.pipeline);
    const outcome = await watch.schedule();
    this.#every(this.#config.queue.takeover / 2, async () => {
      if (!this.#clock?.disagreement()) await watch.look();
    });
    return { ...outcome, dropped };
  }

  /** Starts the workers of these roles; the one that scrapes also finishes what a crash left. */
  async work(wanted: readonly WorkRole[]): Promise<void> {
    const { takeover, prefix } = this.#config.queue;
    const { pipeline } = this;
    const onTrouble = this.#onTrouble;
    if (wanted.includes('poll')) await adoptFormer(pipeline);
    if (wanted.includes('scrape')) {
      const reconcile = () => reconcileOutbox(pipeline, takeover / 2);
      await this.#try(reconcile);
      this.#every(takeover / 2, reconcile);
    }
    const started = startWorkers(wanted, pipeline, this.#destinations, (concurrency) => ({
      connection: this.#connect(workerConnection),
      prefix,
      concurrency,
      takeoverMs: takeover,
      telemetry: this.#telemetry,
      onTrouble,
    }));
    this.#workers.push(...started);
    const watched: WatchedWorkers = {
      redis: this.#redis,
      workers: this.#workers,
      onTrouble,
      every: (periodMs, work) => this.#every(periodMs, work),
    };
    heedMemory(watched);
    const sample = () => pipeline.health.memory.sample(pipeline.now());
    await this.#try(sample);
    this.#every(MEMORY_SAMPLE_MS, sample);
    // The watch of `schedule` adds them again.
    const putRight = () => removeStrayed(pipeline.queues.poll, pipeline.now());
    if (this.#clock) heedClock(watched, this.#clock, putRight);
  }

  /** Why this process is not fit for work just now, in words; asked by whoever restarts or spares it. */
  async faults(): Promise<string[]> {
    const answer = this.#redis.ping().catch(() => {});
    if (!(await endsWithin(PING_MS, answer)) || this.#redis.status !== 'ready') {
      return ['Redis does not answer'];
    }
    const { queues, now } = this.pipeline;
    const untaken = await Promise.all(queues.worked().map((queue) => untakenSince(queue)));
    const late = untaken.flatMap((sinceMs, index) =>
      sinceMs !== undefined && now() - sinceMs > UNTAKEN_MS
        ? [`jobs of ${plainName(queues.worked()[index]!)} wait and nobody takes them`]
        : [],
    );
    const holds = this.#workers.flatMap((worker) => worker.holds());
    const clock = this.#clock?.disagreement();
    return [...(clock ? [clock] : []), ...new Set(holds), ...late];
  }

  /** Listens for results of a queue's jobs; dispose of it before the pipeline. */
  async results(queueName: string): Promise<JobResults> {
    const results = new JobResults(this.pipeline.queues.named(queueName), {
      connection: this.#connect(workerConnection),
      prefix: this.#config.queue.prefix,
    });
    await results.listen();
    return results;
  }

  /** What changed since a time (epoch ms), oldest first. */
  async revisionsSince(sinceMs: number): Promise<Revision[]> {
    return await revisionsSince(this.#redis, new Keys(this.#config.queue.prefix), sinceMs);
  }

  /** Deletes every key under the prefix: queues, memory and all. */
  async forgetEverything(): Promise<void> {
    await this.#stopWork();
    await wipe(this.#redis, this.#config.queue.prefix);
  }

  async #stopWork(): Promise<void> {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    const closed = Promise.all(this.#workers.splice(0).map((worker) => worker.close(FINISH_MS)));
    const isUp = this.#redis.status === 'ready';
    if (await endsWithin(isUp ? FINISH_MS + HAND_BACK_MS : FAREWELL_MS, closed)) return;
    const message = 'could not hand back what was in hand; others take it over';
    throw new TransientError('unfinished', message);
  }

  /** Bounded in time; throws `TransientError` `unfinished` when Redis did not let workers end. */
  async [Symbol.asyncDispose](): Promise<void> {
    try {
      await this.#stopWork();
    } finally {
      // A Redis that is away forgets us by itself.
      if (this.#redis.status === 'ready') {
        const left = this.pipeline.deployment.leave().catch(() => {});
        await endsWithin(FAREWELL_MS, Promise.all([left, this.pipeline.queues.close()]));
      }
      for (const connection of this.#connections) connection.disconnect();
    }
  }
}
