// Run after a change of dependencies: node scripts/complete-lockfile.mjs [folder]
//
// npm leaves an optional package out of package-lock.json when the registry in use does not serve it,
// which happens with binaries for other platforms (npm/cli#4828). `npm ci` then refuses the whole
// lockfile, on every platform. This adds what is missing, at the version its dependent pins, so that
// `npm ci` takes the lockfile here and each platform fetches its own binary.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(process.argv[2] ?? '.', 'package-lock.json');
const lockfile = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lockfile;

const platformName =
  /[-/](?<os>aix|android|darwin|freebsd|linux|linuxmusl|netbsd|openbsd|openharmony|sunos|win32)-(?<cpu>arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64)(?:-(?<abi>[a-z]+))?$/;

/** Where Node would look for `name` from the package at `path`, nearest first. */
function* candidates(path, name) {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    yield `${at}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

const added = [];
for (const [path, { optionalDependencies = {}, dev, devOptional }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if ([...candidates(path, name)].some((candidate) => packages[candidate])) continue;
    const platform = platformName.exec(name)?.groups;
    if (!platform || !/^\d+\.\d+\.\d+[-+.\w]*$/.test(version)) {
      throw new Error(
        `${name}@${version}, wanted by ${path}, names no platform or no exact version`,
      );
    }
    const musl = platform.os === 'linuxmusl' || platform.abi?.startsWith('musl');
    const gnu = platform.abi?.startsWith('gnu');
    packages[`node_modules/${name}`] = {
      version,
      cpu: [platform.cpu],
      ...(dev && { dev }),
      ...(devOptional && { devOptional }),
      ...((musl || gnu) && { libc: [musl ? 'musl' : 'glibc'] }),
      optional: true,
      os: [platform.os.replace('linuxmusl', 'linux')],
    };
    added.push(`${name}@${version}`);
  }
}

const root = packages[''];
delete packages[''];
lockfile.packages = {
  '': root,
  ...Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'))),
};
writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
process.stderr.write(`${file}: ${added.length} packages of other platforms added\n`);
