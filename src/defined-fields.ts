type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** The fields that have a value: one that is undefined would stand in JSON's place of an absent one, and differ from it. */
export const definedFields = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
