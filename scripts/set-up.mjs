// Makes a fresh clone ready to run: packages by lockfile, the pinned Node 24, a Redis server.
// It runs before anything is installed, so it is plain JavaScript for Node 20 without packages.
// When all is there it costs a few milliseconds and says nothing.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

class SetUpError extends Error {}

const say = (text) => process.stderr.write(`set-up: ${text}\n`);

/** Runs a command without a terminal, so that nothing can stop to ask a question. */
function run(command, args, { cwd = root, env = {} } = {}) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { ok: status === 0, output: error?.message ?? `${stdout}${stderr}`.trim() };
}

const lastLines = (text, count = 15) => text.split('\n').slice(-count).join('\n');

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

// The Node that runs npm: unlike our own it does not lie in the node_modules that `npm ci` replaces.
const hostNode = process.env.npm_node_execpath ?? process.execPath;

/** npm as it runs us, or as found on PATH when run by hand or by another package manager. */
function npm(args, cwd) {
  const script = process.env.npm_execpath ?? '';
  return script.endsWith('npm-cli.js')
    ? run(hostNode, [script, ...args], { cwd })
    : run('npm', args, { cwd });
}

function readLockfile(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return undefined;
  }
}

const omitsDev = () =>
  process.env.NODE_ENV === 'production' || /\bdev\b/.test(process.env.npm_config_omit ?? '');

/**
 * npm writes what it installed into node_modules/.package-lock.json as its last act, so an
 * interrupted installation has none and comparing the two lockfiles needs no stamp of our own.
 */
function packagesAreCurrent(folder) {
  const wanted = readLockfile(join(folder, 'package-lock.json'));
  const installed = readLockfile(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  const mayBeMissing = (entry) =>
    entry.optional || (omitsDev() && (entry.dev || entry.devOptional));
  const present = ([path, entry]) =>
    path === '' ||
    (installed[path]
      ? installed[path].version === entry.version && installed[path].integrity === entry.integrity
      : mayBeMissing(entry));
  return (
    Object.entries(wanted).every(present) && Object.keys(installed).every((path) => wanted[path])
  );
}

function ensurePackages(folder, name) {
  if (packagesAreCurrent(folder)) return;
  say(`installing ${name} by lockfile (npm ci)…`);
  const installed = npm(['ci', '--no-audit', '--no-fund'], folder);
  if (!installed.ok) {
    // npm names the cause first and ends with its manual.
    const errors = installed.output.split('\n').filter((line) => !line.startsWith('npm warn'));
    throw new SetUpError(
      `npm ci failed in ${folder}. Check the network and the npm registry, then run it again.\n` +
        errors.slice(0, 12).join('\n'),
    );
  }
}

const pinnedNode = join(root, 'node_modules', '.bin', 'node');
const pinnedNodeWorks = () => run(pinnedNode, ['--version']).output.startsWith('v24.');

/** The package `node` fetches the binary in an install script, which npm may have been told to skip. */
function ensurePinnedNode() {
  if (pinnedNodeWorks()) return;
  say('fetching the pinned Node 24…');
  const fetched = run(hostNode, ['installArchSpecificPackage.js'], {
    cwd: join(root, 'node_modules', 'node'),
  });
  // npm makes no link to a program that was not there when it installed the package.
  if (fetched.ok && !existsSync(pinnedNode)) symlinkSync('../node/bin/node', pinnedNode);
  if (pinnedNodeWorks()) return;
  throw new SetUpError(
    `the pinned Node 24 (${pinnedNode}) does not run. It needs an x64 or arm64 system with glibc ` +
      '2.28 or newer, or macOS. Remove node_modules and run this again.\n' +
      lastLines(fetched.output || run(pinnedNode, ['--version']).output),
  );
}

const redisPrograms = ['redis-server', 'valkey-server'];

// Debian starts and enables a service on installation. Ours is a private child process, so neither
// is wanted: systemd is told to stay offline, System V scripts that this is single-user mode.
const quietDebian = { DEBIAN_FRONTEND: 'noninteractive', SYSTEMD_OFFLINE: '1', RUNLEVEL: '1' };

const apt = ['apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=120'];

const packageManagers = [
  {
    program: 'apt-get',
    env: quietDebian,
    before: [...apt, 'update'],
    install: [[...apt, '-y', '--no-install-recommends', 'install', 'redis-server']],
    after: ['update-rc.d', 'redis-server', 'disable'],
  },
  {
    program: 'dnf',
    install: [
      ['dnf', '-y', '-q', 'install', 'valkey'],
      ['dnf', '-y', '-q', 'install', 'redis'],
    ],
  },
  { program: 'yum', install: [['yum', '-y', '-q', 'install', 'redis']] },
  {
    program: 'apk',
    install: [
      ['apk', 'add', '--no-cache', 'valkey'],
      ['apk', 'add', '--no-cache', 'redis'],
    ],
  },
  { program: 'pacman', install: [['pacman', '-S', '--noconfirm', '--needed', 'valkey']] },
  { program: 'brew', asUser: true, install: [['brew', 'install', 'redis']] },
];

/** The words to put before a command so that it runs with the rights it needs; undefined if none do. */
function authority(manager) {
  const isRoot = process.getuid?.() === 0;
  if (manager.asUser) return isRoot ? undefined : [];
  if (isRoot) return [];
  return onPath('sudo') && run('sudo', ['-n', 'true']).ok ? ['sudo', '-n'] : undefined;
}

function installRedis(manager, prefix) {
  const assignments = Object.entries(manager.env ?? {}).map(([name, value]) => `${name}=${value}`);
  const act = (words) => {
    // `env` carries the variables through sudo, which drops the environment.
    const [command, ...args] = [...prefix, 'env', ...assignments, ...words];
    return run(command, args);
  };
  if (manager.before) act(manager.before);
  const outputs = [];
  for (const words of manager.install) {
    const { ok, output } = act(words);
    if (ok) break;
    outputs.push(`$ ${words.join(' ')}\n${lastLines(output)}`);
  }
  if (manager.after) act(manager.after);
  return outputs.join('\n');
}

function ensureRedis() {
  if (process.env.REDIS_URL || redisPrograms.some(onPath)) return;
  const manager = packageManagers.find(({ program }) => onPath(program));
  const prefix = manager && authority(manager);
  let reason = manager
    ? `${manager.program} would have to ask for a password`
    : 'no known package manager was found';
  if (prefix) {
    say(`installing a Redis server (${manager.program})…`);
    reason =
      installRedis(manager, prefix) ||
      `${manager.program} reported success, but neither ${redisPrograms.join(' nor ')} is on PATH`;
    if (redisPrograms.some(onPath)) return;
  }
  throw new SetUpError(
    'no Redis server was found, and none could be installed without a question. Do one of these:\n' +
      '  - install one:        sudo apt-get install redis-server   (or: brew install redis)\n' +
      '  - use one you have:   export REDIS_URL=redis://host:6379\n' +
      '  - run all in Docker:  docker compose up\n' +
      `Reason: ${reason}`,
  );
}

try {
  ensurePackages(root, 'packages');
  ensurePinnedNode();
  const bench = join(root, 'bench');
  if (process.argv.includes('--bench') && existsSync(join(bench, 'package-lock.json'))) {
    ensurePackages(bench, "the benchmarks' own packages");
  }
  ensureRedis();
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  process.stderr.write(`set-up failed: ${error.message}\n`);
  process.exitCode = 1;
}
