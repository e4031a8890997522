/** As much of a zod schema as says which settings there are. */
interface SettingsSchema {
  _zod: {
    def: {
      /** Of a map. */
      shape?: Record<string, SettingsSchema>;
      /** Of a list. */
      element?: SettingsSchema;
      /** Of a union. */
      options?: SettingsSchema[];
      /** Of what has a default, or may be left out. */
      innerType?: SettingsSchema;
      /** Of what is made into something else. */
      in?: SettingsSchema;
    };
  };
}

interface SettingsMap {
  /** As in `sources[]`. */
  path: string;
  shape: Record<string, SettingsSchema>;
}

const MOST_LEVELS = 3;

function mapsOf({ _zod: { def } }: SettingsSchema, path: string): SettingsMap[] {
  if (def.shape) return [{ path, shape: def.shape }];
  if (def.element) return mapsOf(def.element, `${path}[]`);
  const inner = def.options ?? [def.innerType ?? def.in].flatMap((one) => one ?? []);
  return inner.flatMap((one) => mapsOf(one, path));
}

/** The names of the settings in a map of this schema; none where it is no map. */
export function settingsOf(schema: unknown): string[] {
  return schema === undefined
    ? []
    : mapsOf(schema as SettingsSchema, '').flatMap(({ shape }) => Object.keys(shape));
}

/** Where below a map of this schema a setting of that name belongs, such as `article.title`: the nearest places. */
export function placesOf(name: string, schema: unknown): string[] {
  const below = ({ path, shape }: SettingsMap, level: number): string[] => [
    ...(Object.hasOwn(shape, name) ? [path === '' ? name : `${path}.${name}`] : []),
    ...(level === MOST_LEVELS
      ? []
      : Object.entries(shape).flatMap(([key, inner]) =>
          mapsOf(inner, path === '' ? key : `${path}.${key}`).flatMap((map) =>
            below(map, level + 1),
          ),
        )),
  ];
  if (schema === undefined) return [];
  const places = mapsOf(schema as SettingsSchema, '').flatMap((map) => below(map, 0));
  const levelOf = (place: string) => place.split('.').length;
  const nearest = Math.min(...places.map(levelOf));
  return [...new Set(places.filter((place) => levelOf(place) === nearest))];
}
