// Installs from the lock file what is missing, so that `npm start` and `npm test` work on a fresh
// clone. Runs under Node >= 18 and uses nothing but Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LOCK_WAIT_MS_MAX = 15 * 60_000;
const LOCK_POLL_MS = 200;
/** A lock whose owner is not written yet is somebody's who has just made it, or died doing so. */
const LOCK_UNOWNED_MS_MAX = 10_000;

/** What `npm` is told to leave out: the server needs neither tools nor the workspaces. */
const NPM_OPTIONS = { server: ['--omit=dev', '--workspaces=false'], all: [] };

/**
 * Makes sure that node_modules holds what the lock file says: for 'server' the product's own
 * dependencies, for 'all' the tools and the workspaces too. A full install is never made smaller.
 * Writes to stderr only. Throws an Error that says what to do when npm fails.
 */
export function ensureInstalled(wanted, root = ROOT) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  if (stampFits(readStamp(root), hash, wanted)) return;
  withLockDirectory(root, () => {
    const stamp = readStamp(root);
    if (stampFits(stamp, hash, wanted)) return;
    const lock = JSON.parse(lockText);
    const isFull = stamp?.mode === 'all' || existsSync(join(root, 'node_modules/typescript'));
    const mode = isFull ? 'all' : wanted;
    if (!isSatisfied(root, lock, mode)) runNpm(root, mode);
    if (!isSatisfied(root, lock, mode)) {
      throw new Error('npm left out packages of package-lock.json: run npm ci and read its output');
    }
    writeFileSync(stampPath(root), `${JSON.stringify({ hash, mode })}\n`);
  });
}

/**
 * The paths in a parsed lock file that belong to an install of this mode on this platform:
 * everything for 'all', what the root package reaches without its tools for 'server'.
 */
export function neededPaths(lock, mode) {
  const { packages } = lock;
  if (mode === 'all') {
    return Object.keys(packages).filter((path) => path !== '' && isForHere(packages[path]));
  }
  const found = new Set();
  const queue = [''];
  for (let from = queue.pop(); from !== undefined; from = queue.pop()) {
    const { dependencies, optionalDependencies } = packages[from];
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const path = resolvePath(packages, from, name);
      if (path === undefined || found.has(path) || !isForHere(packages[path])) continue;
      found.add(path);
      queue.push(path);
    }
  }
  return [...found];
}

/** Where Node would find `name` from the package at `from`: the nearest node_modules upwards. */
function resolvePath(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (at === '') return undefined;
  }
}

function isForHere(entry) {
  const fits = (list, value) => list === undefined || [list].flat().includes(value);
  return (
    fits(entry.os, process.platform) && fits(entry.cpu, process.arch) && fits(entry.libc, libc())
  );
}

let libcName;
function libc() {
  if (process.platform !== 'linux') return undefined;
  if (libcName === undefined) {
    process.report.excludeNetwork = true; // or it looks up host names, for seconds
    const { glibcVersionRuntime } = process.report.getReport().header;
    libcName = glibcVersionRuntime === undefined ? 'musl' : 'glibc';
  }
  return libcName;
}

/** True when npm's own record of node_modules agrees with the lock file. */
function isSatisfied(root, lock, mode) {
  const record = readJson(join(root, 'node_modules/.package-lock.json'));
  if (record === undefined) return false;
  return neededPaths(lock, mode).every((path) => {
    const entry = lock.packages[path];
    const installed = record.packages[path];
    if (installed === undefined) return entry.optional === true;
    return installed.version === entry.version && existsSync(join(root, path));
  });
}

function runNpm(root, mode) {
  // `npm ci` empties node_modules first, under the feet of a server that runs from it; so it is
  // for the first install alone. Afterwards npm adds what the lock file says and saves nothing.
  const isFirst = !existsSync(join(root, 'node_modules/.package-lock.json'));
  const what = mode === 'all' ? 'everything' : 'what the server needs';
  console.error(`yuntai: installing ${what} from package-lock.json`);
  const startMs = performance.now();
  const { command, prefix } = npmCommand();
  const subcommand = isFirst ? ['ci'] : ['install', '--no-save'];
  const options = ['--loglevel=error', '--no-progress', '--no-audit', '--no-fund'];
  const result = spawnSync(
    command,
    [...prefix, ...subcommand, ...NPM_OPTIONS[mode], '--ignore-scripts', ...options],
    { cwd: root, stdio: ['ignore', 2, 2], shell: command === 'npm.cmd', env: npmEnvironment() },
  );
  if (result.error) throw new Error(`npm does not start (${result.error.message}): install npm`);
  if (result.status !== 0) {
    throw new Error('npm could not install from package-lock.json: its message is above');
  }
  console.error(`yuntai: installed in ${Math.round((performance.now() - startMs) / 1000)} s`);
}

/** The npm that called us, else the one on the PATH. */
function npmCommand() {
  const path = process.env.npm_execpath;
  if (path !== undefined && basename(path) === 'npm-cli.js') {
    return { command: process.execPath, prefix: [path] };
  }
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', prefix: [] };
}

/** The environment without what an outer npm was told on its command line or by NODE_ENV. */
function npmEnvironment() {
  const told = /^(NODE_ENV|npm_config_(omit|include|only|production|workspaces?|dry_run|prefix))$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !told.test(name)));
}

function withLockDirectory(root, action) {
  const path = join(root, '.cache/install.lock');
  mkdirSync(dirname(path), { recursive: true });
  takeLock(path);
  try {
    action();
  } finally {
    rmSync(path, { recursive: true, force: true });
  }
}

function takeLock(path) {
  const startMs = performance.now();
  let isTold = false;
  while (!makeLock(path)) {
    if (dropStaleLock(path)) continue;
    if (!isTold) console.error('yuntai: another install is running, waiting for it');
    isTold = true;
    if (performance.now() - startMs > LOCK_WAIT_MS_MAX) {
      throw new Error(`another install does not end: remove ${path} if there is none`);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOCK_POLL_MS);
  }
}

function makeLock(path) {
  try {
    mkdirSync(path);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(path, 'owner.json'), JSON.stringify({ pid: process.pid }));
  return true;
}

/** Removes a lock whose owner is dead. Of several that see it dead, one alone gets to remove it. */
function dropStaleLock(path) {
  const pid = deadOwner(path);
  if (pid === undefined) return false;
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return true;
    throw error;
  }
  // Between the look and the rename another may have replaced it: then it goes back.
  if (readJson(join(aside, 'owner.json'))?.pid !== pid.value) {
    renameSync(aside, path);
    return false;
  }
  rmSync(aside, { recursive: true, force: true });
  return true;
}

/** The dead owner's pid, as `{ value }` since it may be unknown; undefined while it lives. */
function deadOwner(path) {
  const pid = readJson(join(path, 'owner.json'))?.pid;
  if (pid === undefined) {
    const status = statSync(path, { throwIfNoEntry: false });
    if (status === undefined) return undefined;
    return Date.now() - status.mtimeMs > LOCK_UNOWNED_MS_MAX ? { value: undefined } : undefined;
  }
  try {
    process.kill(pid, 0);
    return undefined;
  } catch (error) {
    return error.code === 'ESRCH' ? { value: pid } : undefined;
  }
}

function stampPath(root) {
  return join(root, 'node_modules/.yuntai-install.json');
}

function readStamp(root) {
  return readJson(stampPath(root));
}

function stampFits(stamp, hash, wanted) {
  return stamp?.hash === hash && (stamp.mode === 'all' || stamp.mode === wanted);
}

/** The parsed file, or undefined when there is none or only half of one. */
function readJson(path) {
  let text;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
