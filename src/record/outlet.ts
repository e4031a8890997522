import type { Source } from '../config/schema.ts';
import type { Outlet } from '../article-record.ts';

type OutletSource = Pick<Source, 'id' | 'name' | 'republish'> &
  Partial<Pick<Source, 'homePage' | 'language' | 'icon'>>;

/** A configured source as sites print it. */
export function outletOf({ id, name, homePage, language, icon, republish }: OutletSource): Outlet {
  return {
    id,
    name,
    ...(homePage !== undefined && { homePage }),
    ...(language !== undefined && { language }),
    ...(icon !== undefined && { icon }),
    republish,
  };
}
