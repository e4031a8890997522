import type { Command } from 'commander';
import type { CommandLine } from '../command-line.ts';

interface CommandRow {
  name: string;
  description: string;
  /** What gives the command its options and its action; loaded only when the command is named. */
  load: () => Promise<(command: Command, cli: CommandLine) => void>;
}

/** Every command, in the order in which the help lists them. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'run',
    description: 'the service: schedules the feeds and works the queues until SIGTERM',
    load: async () => (await import('./run.ts')).addRun,
  },
  {
    name: 'poll',
    description: 'one polling pass: polls every due source, waits until what it found is enqueued',
    load: async () => (await import('./poll.ts')).addPoll,
  },
  {
    name: 'status',
    description:
      'how every source, queue and destination stands; status 1 when something needs you',
    load: async () => (await import('./status.ts')).addStatus,
  },
  {
    name: 'articles',
    description: 'the articles that were published, updated or withdrawn last',
    load: async () => (await import('./articles.ts')).addArticles,
  },
  {
    name: 'check',
    description: 'validates the config and prints every problem with its place and the mend',
    load: async () => (await import('./check.ts')).addCheck,
  },
  {
    name: 'feed',
    description: 'parses one feed and prints its entries',
    load: async () => (await import('./feed.ts')).addFeed,
  },
  {
    name: 'article',
    description: 'scrapes one page and prints its record, with what may be republished',
    load: async () => (await import('./article.ts')).addArticle,
  },
  {
    name: 'discover',
    description: "finds a site's feeds, tries each, and prints a `sources:` entry for the config",
    load: async () => (await import('./discover.ts')).addDiscover,
  },
  {
    name: 'import',
    description: 'prints `sources:` entries for the feeds of an OPML subscription list',
    load: async () => (await import('./opml.ts')).addImport,
  },
  {
    name: 'export',
    description: 'prints the feeds of the config for other programs',
    load: async () => (await import('./opml.ts')).addExport,
  },
  {
    name: 'held',
    description: 'articles that were not published because the scraper is not sure of their text',
    load: async () => (await import('./held.ts')).addHeld,
  },
  {
    name: 'explain',
    description: "an article's own history: seen, fetched, held or not, published, delivered",
    load: async () => (await import('./explain.ts')).addExplain,
  },
  {
    name: 'route',
    description: 'which destinations get an article, and by which line of the config',
    load: async () => (await import('./rules/route.ts')).addRoute,
  },
  {
    name: 'quarantine',
    description: 'jobs that were given up: every one with its reason and history',
    load: async () => (await import('./quarantine.ts')).addQuarantine,
  },
  {
    name: 'takedown',
    description: 'withdraws articles everywhere and keeps them withdrawn',
    load: async () => (await import('./takedown.ts')).addTakedown,
  },
  {
    name: 'resend',
    description: 'sends what changed since a time once more, to sites that lost it',
    load: async () => (await import('./resend.ts')).addResend,
  },
  {
    name: 'reapply',
    description: 'applies changed rules to what is known: updates, withdraws, publishes',
    load: async () => (await import('./rules/reapply.ts')).addReapply,
  },
  {
    name: 'deliver',
    description: 'checks that a destination of the config can be delivered to',
    load: async () => (await import('./sites/deliver.ts')).addDeliver,
  },
  {
    name: 'terms',
    description: 'categories and tags that newsrelay made on a WordPress site',
    load: async () => (await import('./sites/terms.ts')).addTerms,
  },
  {
    name: 'sources',
    description: 'the sources of the config as sites print them: name, home page, language, rights',
    load: async () => (await import('./sources.ts')).addSources,
  },
  {
    name: 'jobs',
    description: 'prints jobs as a site gets them, to build and test a site with',
    load: async () => (await import('./jobs.ts')).addJobs,
  },
  {
    name: 'demo',
    description:
      'serves a sample news site on loopback, polls it through real Redis, prints the records',
    load: async () => (await import('./demo.ts')).addDemo,
  },
  {
    name: 'completion',
    description: 'prints a script with which a shell completes commands and options',
    load: async () => (await import('./completion.ts')).addCompletion,
  },
];
