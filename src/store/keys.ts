import { shortHash } from '../short-hash.ts';

const PARTITIONS = '0123456789abcdef';

/**
 * Every key that newsrelay keeps besides BullMQ's own. What a script touches together carries the
 * same `{hash tag}`, so that it lies in one slot of a Redis Cluster: an article and the outbox of
 * its partition; all of a feed; all of a host.
 */
export class Keys {
  readonly prefix: string;

  constructor(prefix: string) {
    this.prefix = prefix;
  }

  /**
   * Hash: `state` (poll state, JSON), `seen` (entry keys and fingerprints, JSON), `readAt` (when they
   * were, ms), `held` (why a reading was not believed, JSON), `passedOver` (what was only remembered at
   * first, JSON).
   */
  feed(feedId: string): string {
    return `${this.prefix}:feed:{${feedId}}`;
  }

  /** Hash: when each place was last found to hold what nobody can read (ms), by key and field. */
  damaged(): string {
    return `${this.prefix}:damaged`;
  }

  /** String: for what a changed entry was looked at lately to no effect, see empty-looks.ts. */
  emptyLook(sourceId: string, entryKey: string): string {
    return `${this.prefix}:empty-look:{${sourceId}}:${entryKey}`;
  }

  /** String: who polls this feed right now. */
  feedLease(feedId: string): string {
    return `${this.prefix}:feed-lease:{${feedId}}`;
  }

  /** Hash: what is known of one article, see articles.ts. */
  article(articleId: string): string {
    return `${this.prefix}:article:{${articleId[0]}}:${articleId}`;
  }

  /** List: what happened to one article, oldest first, see history.ts. */
  history(articleId: string): string {
    return `${this.prefix}:history:{${articleId[0]}}:${articleId}`;
  }

  /** Sorted set: ids whose newest revision may not be in the queue yet, by the time of intent (ms). */
  outbox(partition: string): string {
    return `${this.prefix}:outbox:{${partition}}`;
  }

  outboxOf(articleId: string): string {
    return this.outbox(articleId[0]!);
  }

  partitions(): string[] {
    return PARTITIONS.split('');
  }

  /** Hash: the pages that a job has fetched so far, by address. */
  fetchedPages(jobId: string): string {
    return `${this.prefix}:fetched-pages:{${jobId}}`;
  }

  /** String: an article that is held instead of published, JSON. */
  held(articleId: string): string {
    return `${this.prefix}:held:{${articleId[0]}}:${articleId}`;
  }

  /** String: the content hash of a held article that was dropped. */
  dropped(articleId: string): string {
    return `${this.prefix}:dropped:{${articleId[0]}}:${articleId}`;
  }

  /** String: an article that a filter left out, JSON, see filtered.ts. */
  filtered(name: string): string {
    return `${this.prefix}:filtered:{${name[0]}}:${name}`;
  }

  /** Sorted set: names of what was left out of a source by the time (ms). */
  filteredOf(sourceId: string): string {
    return `${this.prefix}:filtered-of:{${sourceId}}`;
  }

  /** Sorted set: ids of a source's held articles by the time they were held (ms). */
  heldOf(sourceId: string): string {
    return `${this.prefix}:held-of:{${sourceId}}`;
  }

  /** Hash: what was taken down, by article id or cleaned address, see takedowns.ts. */
  takedowns(): string {
    return `${this.prefix}:takedowns`;
  }

  /** Hash: `trouble` (JSON) and `takenAt` (ms) of a push destination, see destinations.ts. */
  destination(name: string): string {
    return `${this.prefix}:destination:{${name}}`;
  }

  /** Hash: by article id, that a destination does not take it while it takes others, JSON. */
  destinationSuspects(name: string): string {
    return `${this.prefix}:destination-suspects:{${name}}`;
  }

  /** Sorted set: by article id, when its delivery to a destination that takes so many an hour may go out (ms). */
  deliverySlots(name: string): string {
    return `${this.prefix}:delivery-slots:{${name}}`;
  }

  /** Set: destinations that show an article without a part that they may have later. */
  owed(articleId: string): string {
    return `${this.prefix}:owed:{${articleId[0]}}:${articleId}`;
  }

  /** String: that somebody tries whether a destination is back. */
  destinationTrial(name: string): string {
    return `${this.prefix}:destination-trial:{${name}}`;
  }

  /** List: what a source's last pages looked like to the scraper, newest first. */
  pageShapes(sourceId: string): string {
    return `${this.prefix}:page-shapes:{${sourceId}}`;
  }

  /** List: the lines of a source's last pages by which its template is known, newest first. */
  templateLines(sourceId: string): string {
    return `${this.prefix}:template-lines:{${sourceId}}`;
  }

  /** String: that this change of a source's pages was told. */
  shapeTold(sourceId: string, change: string): string {
    return `${this.prefix}:shape-told:{${sourceId}}:${change}`;
  }

  /** Hash: the processes that work under this prefix, see deployment.ts. */
  deployment(): string {
    return `${this.prefix}:{deployment}:members`;
  }

  /** Sorted set: the same processes by the time (ms) until which they count as alive. */
  deploymentAlive(): string {
    return `${this.prefix}:{deployment}:alive`;
  }

  // How things stand, kept as work is done, so that whoever asks reads a few keys whole.

  /** Hash: how the last visits to each feed went, JSON by feed id, see health/feed-health.ts. */
  feedHealth(): string {
    return `${this.prefix}:health:feeds`;
  }

  /** Hash: when each source last brought something, JSON by source id, see health/pulses.ts. */
  news(): string {
    return `${this.prefix}:health:news`;
  }

  /** String: what a source brought in each hour of the last five weeks, see health/pulses.ts. */
  pulse(sourceId: string): string {
    return `${this.prefix}:pulse:{${sourceId}}:hours`;
  }

  /** String: the last pauses of a source, JSON. */
  sourcePauses(sourceId: string): string {
    return `${this.prefix}:pulse:{${sourceId}}:pauses`;
  }

  /** Hash: pages of a source that could not be had, in a row, JSON by source id. */
  pageTroubles(): string {
    return `${this.prefix}:health:pages`;
  }

  /** Hash: sources whose pages have changed for good, JSON by source id, see health/drifts.ts. */
  drifts(): string {
    return `${this.prefix}:health:drifts`;
  }

  /** Hash: sources that a person has paused, JSON by source id. */
  pausedSources(): string {
    return `${this.prefix}:health:paused`;
  }

  /** String: the trouble that stands and what was told of it, JSON. */
  alerts(): string {
    return `${this.prefix}:health:alerts`;
  }

  /** String: that somebody looks just now whether there is something to tell. */
  alertLook(): string {
    return `${this.prefix}:health:alert-look`;
  }

  /** List: what persons did from the page, newest first, JSON. */
  deeds(): string {
    return `${this.prefix}:health:deeds`;
  }

  /** Hash: sources that visits wait for and no config has, JSON by source id. */
  missingSources(): string {
    return `${this.prefix}:health:missing`;
  }

  /** Sorted set: sources with held articles by the time (ms) of the first of them. */
  heldSources(): string {
    return `${this.prefix}:health:held`;
  }

  /** Hash: how often each thing happened in an hour (since 1970), see health/flow.ts. */
  flow(hour: number): string {
    return `${this.prefix}:flow:${hour}`;
  }

  /** Sorted set: ids of the articles that changed last, by their revision. */
  recentArticles(): string {
    return `${this.prefix}:{recent}:articles`;
  }

  /** Hash: what lists say of them, JSON by id. */
  recentFacts(): string {
    return `${this.prefix}:{recent}:facts`;
  }

  /** Sorted set: the same of one source. */
  recentArticlesOf(sourceId: string): string {
    return `${this.prefix}:recent-of:{${sourceId}}`;
  }

  /** Hash: bytes that Redis held on each day (since 1970). */
  memorySamples(): string {
    return `${this.prefix}:health:memory`;
  }

  /** String: who identifies an article by this place right now. */
  addressLease(place: string): string {
    return `${this.prefix}:address-lease:${shortHash(place)}`;
  }

  /** String: the article that a page address or an entry's name stands for, see aliases.ts. */
  alias(name: string): string {
    return `${this.prefix}:alias:${shortHash(name)}`;
  }
}
