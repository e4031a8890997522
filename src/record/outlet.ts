import type { Source } from '../config/schema.ts';
import { definedFields } from '../defined-fields.ts';
import type { Outlet } from '../article-record.ts';

type OutletSource = Pick<Source, 'id' | 'name' | 'republish'> &
  Partial<Pick<Source, 'homePage' | 'language' | 'icon'>>;

/** A configured source as sites print it. */
export const outletOf = ({ id, name, homePage, language, icon, republish }: OutletSource): Outlet =>
  definedFields({ id, name, homePage, language, icon, republish });
