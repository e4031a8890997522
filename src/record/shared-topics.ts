import { matchesPattern } from '../terms/path-pattern.ts';
import { topicSlug } from '../topic-path.ts';
import type { SharedTopic } from '../config/topics.ts';
import type { Topic } from '../article-record.ts';

/** The operator's topics that an article of these topics belongs to, in the order of the config, each once. */
export function sharedTopicsOf(topics: readonly Topic[], shared: readonly SharedTopic[]): Topic[] {
  const known = topics.map(({ path, name }) => ({
    path: path.toLowerCase(),
    names: new Set([topicSlug(name), ...path.split('/').map(topicSlug)]),
  }));
  return shared
    .filter(({ from }) => from.some((pattern) => known.some((topic) => isUnder(pattern, topic))))
    .map(({ path, name }) => ({ path, name, shared: true }));
}

interface KnownTopic {
  path: string;
  /** Of the topic and of what it is part of. */
  names: ReadonlySet<string>;
}

/** A pattern with a slash is for the whole path, where `*` stands for anything; without one it is a topic's name. */
function isUnder(pattern: string, { path, names }: KnownTopic): boolean {
  if (!pattern.includes('/')) return names.has(topicSlug(pattern));
  return matchesPattern(`${pattern.toLowerCase()}$`, path);
}
