import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const READY_MS_MAX = 60_000;
const END_MS_MAX = 20_000;
const POLL_MS = 100;

/** Why no real server can be used here; false where one can. */
export function withoutLxd(): string | false {
  if (process.env['YUNTAI_TEST_LXD'] !== '1') return 'YUNTAI_TEST_LXD=1 is not set';
  if (process.getuid?.() !== 0) return 'needs root';
  const missing = ['/usr/bin/lxd', '/usr/bin/lxc', '/usr/bin/busybox'].filter(
    (path) => !existsSync(path),
  );
  return missing.length === 0 ? false : `${missing.join(' and ')} not installed`;
}

/** A real LXD server of this test's own. */
export interface LxdServer {
  readonly socket: string;
  readonly directory: string;
  readonly network: string;
  /** Its subnet's first three numbers, such as 10.77.0. */
  readonly prefix: string;
  readonly pid: number;
  /** Kills the server; its machines go on. */
  kill(): Promise<void>;
  /** Starts it again where it was. */
  startAgain(): Promise<void>;
  /** The command line client; answers what it says. */
  lxc(...args: string[]): Promise<string>;
  /** Removes machines, networks, the server and its directory. */
  close(): Promise<void>;
}

/** A server without anything in it, in a network namespace where one is named. */
export interface BareServer {
  readonly socket: string;
  readonly directory: string;
  readonly process: ChildProcess;
  lxc(...args: string[]): Promise<string>;
  /** Feeds a configuration to `lxd init`. */
  init(preseed: string): Promise<void>;
  /** Ends the server and what it left mounted; the machines have to be gone. */
  end(): Promise<void>;
}

const alive = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Starts a server and waits until it answers; `directory` is used again where it is given. */
export async function startBareLxd(
  options: { readonly namespace?: string; readonly directory?: string } = {},
): Promise<BareServer> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 'yt-lxd-'));
  const { namespace } = options;
  const env = { ...process.env, LXD_DIR: directory };
  const start = commandIn(namespace, directory, ['lxd', '--group', 'root']);
  const log = openSync(`${directory}.log`, 'a');
  const child = spawn('unshare', start, { env, stdio: ['ignore', log, log] });
  closeSync(log);
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  const lxc = async (...given: string[]): Promise<string> => {
    const client = run('lxc', given, { env, maxBuffer: 2 ** 26 });
    // `lxc launch` reads a configuration from it, to its end, where it is no terminal.
    client.child.stdin?.end();
    return (await client).stdout;
  };
  const socket = join(directory, 'unix.socket');
  await until(READY_MS_MAX, `a server in ${directory}`, async () => {
    if (child.exitCode !== null) throw new Error(readFileSync(`${directory}.log`, 'utf8'));
    return existsSync(socket) && (await run('lxd', ['waitready', '--timeout=1'], { env })) !== null;
  });
  return {
    socket,
    directory,
    process: child,
    lxc,
    async init(preseed) {
      // In its namespace as well, since it looks at the member that it is to join.
      const command = commandIn(namespace, directory, ['lxd', 'init', '--preseed']);
      const client = run('unshare', command, { env });
      client.child.stdin?.end(preseed);
      await client;
    },
    async end() {
      await endProcess(child);
      await removeDirectory(directory);
    },
  };
}

/**
 * Arguments of unshare that run a command with mounts of its own, in a network namespace where one
 * is named. There /sys is another one, which lacks the control groups that limits are made of.
 */
function commandIn(
  namespace: string | undefined,
  directory: string,
  command: readonly string[],
): string[] {
  if (namespace === undefined) return ['--mount', ...command];
  const groups = '/sys/fs/cgroup';
  const kept = join(directory, 'cgroup');
  const outside = `mkdir -p ${kept}; mount --rbind ${groups} ${kept}; exec "$@"`;
  const inside = `mount --rbind ${kept} ${groups}; exec "$@"`;
  const there = ['ip', 'netns', 'exec', namespace, 'sh', '-ec', inside, 'sh'];
  return ['--mount', 'sh', '-ec', outside, 'sh', ...there, ...command];
}

/** Starts a server with a pool of plain directories and one bridge, with a subnet of its own. */
export async function startLxd(): Promise<LxdServer> {
  let bare = await startBareLxd();
  const { directory, socket, lxc } = bare;
  const network = `yt${process.pid.toString(36)}${randomInt(36 ** 3).toString(36)}`;
  const prefix = `10.${randomInt(128, 250)}.${randomInt(250)}`;
  const bridge = `{ipv4.address: ${prefix}.1/24, ipv4.nat: "false", ipv6.address: none}`;
  const devices =
    `{root: {type: disk, path: /, pool: default}, ` +
    `eth0: {type: nic, network: ${network}, name: eth0}}`;
  await bare.init(
    `storage_pools: [{name: default, driver: dir}]\n` +
      `networks: [{name: ${network}, type: bridge, config: ${bridge}}]\n` +
      `profiles: [{name: default, devices: ${devices}}]\n`,
  );
  return {
    directory,
    socket,
    lxc,
    network,
    prefix,
    get pid() {
      return bare.process.pid ?? 0;
    },
    async kill() {
      const ended = new Promise<void>((resolve) => {
        bare.process.once('exit', () => resolve());
      });
      bare.process.kill('SIGKILL');
      await ended;
    },
    async startAgain() {
      bare = await startBareLxd({ directory });
    },
    async close() {
      await removeInstances(bare);
      // Before the server ends, or its bridge and its dnsmasq would stay.
      await bare.lxc('profile', 'device', 'remove', 'default', 'eth0').catch(ignored);
      await bare.lxc('network', 'delete', network).catch(ignored);
      await bare.end();
    },
  };
}

/** Ends and removes all instances of a server. */
export async function removeInstances({ lxc }: Pick<BareServer, 'lxc'>): Promise<void> {
  const names = (await lxc('list', '--format=csv', '--columns=n')).split('\n').filter(Boolean);
  await Promise.all(names.map((name) => lxc('delete', '--force', name).catch(ignored)));
}

/** Waits until something holds. @throws Error that names it where it does not in time. */
export async function until(
  msMax: number,
  what: string,
  holds: () => Promise<boolean>,
): Promise<void> {
  const end = performance.now() + msMax;
  let last: unknown;
  while (performance.now() < end) {
    try {
      if (await holds()) return;
    } catch (error) {
      last = error;
    }
    await delay(POLL_MS);
  }
  throw new Error(`${what}: not within ${msMax} ms`, { cause: last });
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.kill('SIGTERM');
  const overdue = setTimeout(() => child.kill('SIGKILL'), END_MS_MAX);
  await ended;
  clearTimeout(overdue);
}

async function removeDirectory(directory: string): Promise<void> {
  const mounts = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  const points = mounts.map((line) => line.split(' ')[1] ?? '');
  for (const point of points.filter((each) => each.startsWith(`${directory}/`)).toReversed()) {
    await run('umount', ['-l', point]).catch(ignored);
  }
  rmSync(directory, { recursive: true, force: true });
  rmSync(`${directory}.log`, { force: true });
}

/** For what is taken away as far as it is there. */
function ignored(): void {}
