/** What the present rules ask to be done about one article. `act` does it, and is not called in a dry run. */
export interface Consequence {
  /**
   * `publish` what they let through now, `update` what they rewrite otherwise, `route` what goes to other destinations than
   * before, `withdraw` what they leave out, `hold` what they hold, `filter` what was held and is left out, `visit` the page of
   * what only its feed's entry is known of.
   */
  kind: ConsequenceKind;
  sourceId: string;
  /** Undefined where the page was never visited. */
  articleId: string | undefined;
  url: string;
  title: string | null;
  /** The rule, in words, where one asks for it. */
  reason?: string | undefined;
  act: () => Promise<void>;
}

export const CONSEQUENCE_KINDS = [
  'publish',
  'update',
  'route',
  'withdraw',
  'hold',
  'filter',
  'visit',
] as const;
export type ConsequenceKind = (typeof CONSEQUENCE_KINDS)[number];
