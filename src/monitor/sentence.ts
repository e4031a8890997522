import { pauseInWords } from './source-needs.ts';
import type { SourceState } from './source-status.ts';
import type { Status } from './status.ts';

const TOLD: [SourceState, string][] = [
  ['failing', 'failing'],
  ['refused', 'refused'],
  ['quiet', 'quiet'],
  ['held', 'held'],
  ['paused', 'paused'],
  ['new', 'not read yet'],
];

/** How things stand, in a sentence or three. */
export function statusSentence({ at, counts, sources, flow, lastArticleAt }: Status): string {
  const polled = sources.length - counts.disabled;
  const trouble = TOLD.flatMap(([state, word]) =>
    counts[state] ? `${counts[state]} ${word}` : [],
  );
  const usual = flow.usualByNow === null ? '' : ` (usual by now: ${flow.usualByNow})`;
  const articles = flow.publishedToday === 1 ? '1 article' : `${flow.publishedToday} articles`;
  const last =
    lastArticleAt === null
      ? []
      : [`Last one ${pauseInWords(Date.parse(at) - Date.parse(lastArticleAt))} ago.`];
  return [
    `${counts.ok} of ${polled} source${polled === 1 ? '' : 's'} fine.`,
    ...(trouble.length > 0 ? [`${trouble.join(', ')}.`] : []),
    `${articles} today${usual}.`,
    ...last,
  ].join(' ');
}
