// Runs the tests with the pinned Node, installing everything they need first:
//   npm test                                   all of them
//   npm test -- src/wire test/tidy             those whose path contains one of the words
//   npm test -- --test-name-pattern=retry      options go to node --test
//   npm test -- --apart                        each file in a process of its own
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, nodeOptions, pinnedNode } from '../bin/launch.mjs';
import { ensureInstalled } from './install.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** What starts servers is slow and comes first, so that the two workers end together. */
const ROOMS = ['conformance', 'test', 'bench', 'scripts', 'console', 'src'];
const WORKERS = 2;
const TEST_TIMEOUT_MS = 150_000;
/** Their tests start no process, so that several of them may share one, and what they import. */
const SHARING_ROOM = 'src/';
const FILES_PER_PROCESS_MAX = 12;
const APART = '--apart';
const STARTS_NO_SERVER = /^(src|scripts|test\/tidy)\//;
const CACHE = join(ROOT, 'node_modules/.cache');
const GROUPS = join(CACHE, 'yuntai-tests');

/** The test files below a room, as paths from the root with forward slashes, in a fixed order. */
function testFiles(room) {
  const found = [];
  const queue = [join(ROOT, room)];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const entry of listDirectory(at)) {
      const path = join(at, entry.name);
      if (entry.isDirectory() && !/^(\.|node_modules$|dist$)/.test(entry.name)) queue.push(path);
      if (entry.isFile() && entry.name.endsWith('.test.ts')) found.push(path);
    }
  }
  return found.map((path) => relative(ROOT, path).split(sep).join('/')).sort();
}

function listDirectory(path) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * The files to start, some of them groups: one that starts a server imports a thousand files, which
 * takes as long as its tests. Each file of a group is a suite, with hooks of its own.
 */
function grouped(files) {
  const alone = files.filter((path) => !path.startsWith(SHARING_ROOM));
  const sharing = files.filter((path) => path.startsWith(SHARING_ROOM));
  const size = Math.min(Math.ceil(sharing.length / WORKERS), FILES_PER_PROCESS_MAX);
  if (size < 2) return files;
  mkdirSync(GROUPS, { recursive: true });
  const groups = [];
  for (let at = 0; at < sharing.length; at += size) {
    const group = groupOf(sharing.slice(at, at + size));
    // Another run beside this one writes the same into the same file, or into another one.
    const name = createHash('sha256').update(group).digest('hex').slice(0, 16);
    const path = join(GROUPS, `${name}.test.mjs`);
    writeFileSync(path, group);
    groups.push(path);
  }
  return [...alone, ...groups];
}

function groupOf(files) {
  const suites = files.map((file) => {
    const url = pathToFileURL(join(ROOT, file)).href;
    return `describe(${JSON.stringify(file)}, () => import(${JSON.stringify(url)}));`;
  });
  return ["import { describe } from 'node:test';", ...suites, ''].join('\n');
}

/** The command as a bundle, for the servers that tests start; gone when the tests are over. */
function bundled() {
  const out = join(CACHE, `yuntai-test-bundle-${process.pid}`);
  process.on('exit', () => rmSync(out, { recursive: true, force: true }));
  const build = [...nodeOptions(), join(ROOT, 'scripts/build.ts'), '--out', out];
  const { status, stderr } = spawnSync(pinnedNode(), build, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the bundle cannot be built: ${stderr}`);
  return join(out, 'yuntai.js');
}

function main(args) {
  const options = args.filter((arg) => arg.startsWith('-') && arg !== APART);
  const words = args.filter((arg) => !arg.startsWith('-')).map((arg) => arg.replace(/^\.\//, ''));
  const files = ROOMS.flatMap(testFiles).filter(
    (path) => words.length === 0 || words.some((word) => path.includes(word)),
  );
  if (files.length === 0) {
    throw new Error(`no test file's path contains ${words.join(' or ')}`);
  }
  ensureInstalled('all');
  process.chdir(ROOT);
  const defaults = [`--test-concurrency=${WORKERS}`, `--test-timeout=${TEST_TIMEOUT_MS}`];
  const started = args.includes(APART) ? files : grouped(files);
  const startServers = files.some((path) => !STARTS_NO_SERVER.test(path));
  launch(['--test', '--test-reporter=spec', ...defaults, ...options, ...started], {
    NODE_COMPILE_CACHE: join(CACHE, 'yuntai-compile'),
    YUNTAI_TEST_BUNDLE: startServers && !args.includes(APART) ? bundled() : '',
  });
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(`yuntai: ${error.message}`);
  process.exitCode = 1;
}
