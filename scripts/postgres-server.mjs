// A PostgreSQL server of one's own, from the programs that are installed (PATH, pg_config, or
// Debian's directories), with its settings as they are, so that a commit waits for the disk.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const CONNECTIONS_MAX = 200;
const READY_MS_MAX = 60_000;
const LOOK_MS = 100;

/** The directory of initdb and postgres; those of Debian are not on the PATH. */
export function findPrograms() {
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
  const places = [
    ...(process.env.PATH ?? '').split(delimiter),
    configured ?? '',
    ...newestFirst.map((version) => join(DEBIAN, version, 'bin')),
  ];
  return places.find((place) => place !== '' && existsSync(join(place, 'initdb')));
}

/** PostgreSQL does not run as root: then it is the user that its package has made, or nobody. */
function findOwner() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) => {
      const { status, stdout } = spawnSync('id', [which, user], { encoding: 'utf8' });
      return status === 0 ? Number(stdout) : Number.NaN;
    });
    if (!Number.isNaN(uid) && !Number.isNaN(gid)) return { uid, gid };
  }
  throw new Error('there is no user but root to run PostgreSQL as');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Makes a server in an empty directory, which stays when it stops. `log`: a directory for its
 * write-ahead log, where that is not to be with the data; `initdb`: more words for it.
 * `start` resolves when it answers, `stop` when it is gone; `output` is what it has printed.
 * @param {string} root
 * @param {{ log?: string, initdb?: string[], settings?: string[] }} [options]
 */
export async function makePostgres(root, { log, initdb = [], settings = [] } = {}) {
  const programs = findPrograms();
  if (programs === undefined) throw new Error('no PostgreSQL server is installed: postgresql-15');
  const owner = findOwner();
  const options = { ...owner, cwd: root };
  const data = join(root, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(root, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  for (const path of [root, passwordFile, log]) {
    if (path !== undefined && owner.uid !== undefined) chownSync(path, owner.uid, owner.gid);
  }
  const rights = ['-U', 'yuntai', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const apart = log === undefined ? [] : ['-X', log];
  const words = ['-D', data, '-E', 'UTF8', ...rights, ...apart, ...initdb];
  const made = spawnSync(join(programs, 'initdb'), words, { ...options, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const all = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${CONNECTIONS_MAX}`,
    ...settings,
  ].flatMap((setting) => ['-c', setting]);
  const outputFile = join(root, 'output');
  let server;
  const isRunning = () => server?.exitCode === null && server.signalCode === null;
  return {
    url: `postgres://yuntai:${password}@127.0.0.1:${port}/postgres`,
    isRunning,
    output: () => readFileSync(outputFile, 'utf8'),
    async start() {
      const output = openSync(outputFile, 'a');
      const stdio = ['ignore', output, output];
      const command = join(programs, 'postgres');
      server = spawn(command, ['-D', data, '-p', String(port), ...all], { ...options, stdio });
      for (let waited = 0; !isReady(data, server.pid); waited += LOOK_MS) {
        if (!isRunning() || waited > READY_MS_MAX) {
          server.kill('SIGQUIT');
          throw new Error(`PostgreSQL did not start: ${readFileSync(outputFile, 'utf8')}`);
        }
        await new Promise((resolve) => {
          setTimeout(resolve, LOOK_MS);
        });
      }
    },
    /** By default its sessions are ended; with SIGQUIT it crashes. */
    async stop(signal = 'SIGINT') {
      if (!isRunning()) return;
      const ended = once(server, 'exit');
      server.kill(signal);
      await ended;
    },
  };
}

/** Whether it says so where pg_ctl looks: in the first and the eighth line of this file. */
function isReady(data, pid) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines[0]?.trim() === String(pid) && lines[7]?.trim() === 'ready';
}
