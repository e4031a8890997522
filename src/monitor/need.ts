/** What may need a person, the worst first. */
export const NEED_KINDS = [
  'config',
  'redis-memory',
  'damaged',
  'destination-down',
  'destination-behind',
  'overdue',
  'source-refused',
  'source-failing',
  'source-quiet',
  'drift',
  'quarantine',
  'held',
  'feed-gone',
  'licence',
  'source-missing',
  'configs-differ',
  'feed-moved',
] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** Something that a person has to do, or ought to know. */
export interface Need {
  /** The same for as long as it lasts: what alerts go by. */
  key: string;
  kind: NeedKind;
  /** The source, destination or queue it is about; empty for the whole. */
  subject: string;
  /** What is wrong, in words that follow the subject. */
  cause: string;
  /** RFC 3339; null where nobody noted it. */
  since: string | null;
  /** What to do, in words. */
  mend: string;
  /** A command to paste, or a line of the config. */
  paste?: string;
  /** `note` waits for a quiet moment, and changes no exit status. */
  weight: 'act' | 'note';
}

type NeedWording = Omit<Need, 'key' | 'weight'> & Partial<Pick<Need, 'weight'>>;

export function need({ weight = 'act', ...wording }: NeedWording): Need {
  return { key: `${wording.kind} ${wording.subject}`.trim(), ...wording, weight };
}
