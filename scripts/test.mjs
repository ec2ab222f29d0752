// Runs the tests with the pinned Node, installing everything they need first:
//   npm test                                   all of them
//   npm test -- src/wire test/tidy             those whose path contains one of the words
//   npm test -- --test-name-pattern=retry      options go to node --test
import { readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../bin/launch.mjs';
import { ensureInstalled } from './install.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
/** What starts servers is slow and comes first, so that the two workers end together. */
const ROOMS = ['conformance', 'test', 'bench', 'scripts', 'console', 'src'];
const WORKERS = 2;
const TEST_TIMEOUT_MS = 150_000;

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

function main(args) {
  const options = args.filter((arg) => arg.startsWith('-'));
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
  launch(['--test', '--test-reporter=spec', ...defaults, ...options, ...files], {
    NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/yuntai-compile'),
  });
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(`yuntai: ${error.message}`);
  process.exitCode = 1;
}
