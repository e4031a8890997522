import { reconcileSchedulers } from '../queue/schedule.ts';
import { TickWatch } from '../queue/lost-ticks.ts';
import type { Pipeline } from '../processors/pipeline.ts';

type Scheduled = Pick<Pipeline, 'queues' | 'sources' | 'now' | 'notice'>;

/** Makes the feeds' schedulers those of the config, and keeps them so. */
export class ScheduleWatch {
  readonly #pipeline: Scheduled;
  readonly #ticks: TickWatch;
  #scheduled = 0;

  constructor(pipeline: Scheduled) {
    this.#pipeline = pipeline;
    this.#ticks = new TickWatch(pipeline.queues.poll);
  }

  async schedule(): Promise<{ scheduled: number; removed: number }> {
    const { queues, sources, now } = this.#pipeline;
    const outcome = await reconcileSchedulers(queues.poll, [...sources.values()], now());
    this.#scheduled = outcome.scheduled;
    return outcome;
  }

  /**
   * Puts right what is missing, and says so. A Redis that came back empty has no schedulers, strayed ones
   * were removed, and one that lost its next tick would never poll its feed again.
   */
  async look(): Promise<void> {
    const { queues, now, notice } = this.#pipeline;
    const lost = await this.#ticks.look(now());
    for (const id of lost) await queues.poll.removeJobScheduler(id);
    const missing = this.#scheduled - (await queues.poll.getJobSchedulersCount());
    if (missing <= 0) return;
    await this.schedule();
    const feeds =
      missing === 1 ? 'the next poll of 1 feed was' : `the next polls of ${missing} feeds were`;
    const message = `${feeds} lost, and scheduled anew${lost.length > 0 ? `: ${named(lost)}` : ''}`;
    notice({ change: 'polls-lost', message });
  }
}

const MOST_FEEDS_NAMED = 5;

/** The first of them, and how many there are besides. */
function named(ids: readonly string[]): string {
  const more = ids.length > MOST_FEEDS_NAMED ? ` and ${ids.length - MOST_FEEDS_NAMED} more` : '';
  return `${ids.slice(0, MOST_FEEDS_NAMED).join(', ')}${more}`;
}
