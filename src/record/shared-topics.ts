import { matchesPattern } from '../path-pattern.ts';
import { topicSlug } from '../topic-path.ts';
import type { SharedTopic } from '../config/topics.ts';
import type { Topic } from '../article-record.ts';

/** The operator's topics that an article of these topics belongs to, in the order of the config, each once. */
export function sharedTopicsOf(topics: readonly Topic[], shared: readonly SharedTopic[]): Topic[] {
  const known = topics.map(knownTopic);
  return shared
    .filter(({ from }) =>
      from.some((pattern) => known.some((topic) => isTopicUnder(pattern, topic))),
    )
    .map(({ path, name }) => ({ path, name, shared: true }));
}

export interface KnownTopic {
  path: string;
  /** Of the topic and of what it is part of. */
  names: ReadonlySet<string>;
}

/** A topic as patterns are compared with it. */
export function knownTopic({ path, name }: Topic): KnownTopic {
  return {
    path: path.toLowerCase(),
    names: new Set([topicSlug(name), ...path.split('/').map(topicSlug)]),
  };
}

/** A pattern with a slash is for the whole path, where `*` stands for anything; without one it is a topic's name. */
export function isTopicUnder(pattern: string, { path, names }: KnownTopic): boolean {
  if (!pattern.includes('/')) return names.has(topicSlug(pattern));
  return matchesPattern(`${pattern.toLowerCase()}$`, path);
}
