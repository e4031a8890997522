import { filledIn, scalarsIn } from '../file/scalars.ts';
import { problemAt, type YamlFile } from '../file/yaml-file.ts';
import type { Problem } from '../problems/problem.ts';
import { SECRET_ALONE, SECRET_NAME, settingOf } from './secrets.ts';

/**
 * A secret that the environment does not have. Where processes share a config, each has only the secrets that it needs,
 * and the config says something in the place of the others.
 */
export interface StandIn extends Problem {
  /** The part of the config that needs it, such as `destinations`. */
  part: string;
}

/** @param root the config file itself; all others hold sources */
export function secretStandIns(root: YamlFile, files: readonly YamlFile[]): StandIn[] {
  return files.flatMap((file) =>
    scalarsIn(file, file.document.contents, []).flatMap((scalar) => {
      const { path } = scalar;
      const names = (filledIn(file, scalar)?.stoodIn ?? []).filter(
        (name) => SECRET_NAME.any.test(name) || SECRET_ALONE.has(settingOf(path) ?? ''),
      );
      const part = file === root ? String(path[0]) : 'sources';
      return names.map((name) => ({
        ...problemAt(file, path, messageOf(name)),
        part,
      }));
    }),
  );
}

const messageOf = (name: string): string =>
  `needs the secret ${name}, which is not set here: what stands behind ":-" is sent in its place; set ${name} for this process`;
