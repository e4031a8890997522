import { isSelective, type Route } from '../../filter/route.ts';
import type { Pipeline } from '../../processors/pipeline.ts';
import { republish } from '../../processors/republish/republish.ts';
import { routeVerdictOn, type Revised } from '../../processors/republish/send-to-destination.ts';
import type { KnownArticle } from '../../store/articles/articles.ts';

/** Destinations for which an article on the site is another than before: their rules changed, and not the article. */
export interface ChangedRoutes {
  gaining: Route[];
  losing: Route[];
}

export const areChanged = ({ gaining, losing }: ChangedRoutes): boolean =>
  gaining.length + losing.length > 0;

/** In words, for a person who reads what would be done. */
export function routesInWords({ gaining, losing }: ChangedRoutes): string {
  const named = (deed: string, routes: readonly Route[]) =>
    routes.length > 0 ? [`${deed} ${routes.map(({ name }) => name).join(', ')}`] : [];
  return [...named('publish to', gaining), ...named('withdraw from', losing)].join('; ');
}

export async function changedRoutes(
  known: KnownArticle,
  pipeline: Pipeline,
): Promise<ChangedRoutes> {
  const changes = await Promise.all(
    pipeline.routes.map(async (route) => ({
      route,
      change: await changeOn(known, route, pipeline),
    })),
  );
  const those = (wanted: 'gains' | 'loses') =>
    changes.filter(({ change }) => change === wanted).map(({ route }) => route);
  return { gaining: those('gains'), losing: those('loses') };
}

async function changeOn(
  known: KnownArticle,
  route: Route,
  pipeline: Pipeline,
): Promise<'gains' | 'loses' | undefined> {
  const { id } = known.record;
  const sent = await pipeline.sent.to(route.name, id);
  const isTaken = !isSelective(route) || routeVerdictOn(known, route, pipeline).isTaken;
  // What nobody has noted was sent while the destination got all there was.
  if (isTaken) return sent === undefined || sent.state === 'shown' ? undefined : 'gains';
  if (sent !== undefined) return sent.state === 'shown' ? 'loses' : undefined;
  return (await mayHaveHad(id, route, pipeline)) ? 'loses' : undefined;
}

/** A destination of ours that never had a delivery of it is a new one, and is not told of what it never had. */
async function mayHaveHad(
  articleId: string,
  { name, isPushed }: Route,
  { history }: Pipeline,
): Promise<boolean> {
  if (!isPushed) return true;
  const events = await history.read(articleId);
  return events.some(({ event, destination }) => destination === name && event !== 'not-for');
}

/** Sends a revision to those that show the article, if `isForAll`, and to those for which it is another now. */
export async function sendByRoutes(
  revised: Revised,
  { gaining, losing }: ChangedRoutes,
  isForAll: boolean,
  pipeline: Pipeline,
): Promise<void> {
  const others = pipeline.routes.filter((route) => !gaining.includes(route));
  await republish(revised, { ...pipeline, routes: isForAll ? others : losing });
  if (gaining.length === 0) return;
  await republish({ ...revised, action: 'publish' }, { ...pipeline, routes: gaining });
  const { id, revision } = revised.record;
  const shown = { state: 'shown', revision } as const;
  await Promise.all(gaining.map(({ name }) => pipeline.sent.note(name, id, shown)));
}
