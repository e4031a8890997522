/** Variables by name, as a process gets them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's own variables; everything else takes an `Environment` as a parameter. */
export function readEnvironment(): Environment {
  return { ...process.env };
}
