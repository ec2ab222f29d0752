// Runs a command beside a PostgreSQL server of its own, and leaves nothing of it behind:
//   node scripts/with-postgres.mjs npm test -- test/store
// The server is the installed one (PATH, pg_config, or Debian's directories) with its settings as
// they are, so that a commit waits for the disk. The command finds it by YUNTAI_TEST_POSTGRES_URL.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const CONNECTIONS_MAX = 200;
const READY_MS_MAX = 60_000;
const LOOK_MS = 100;

/** The directory of initdb and postgres; those of Debian are not on the PATH. */
function findPrograms() {
  const configured = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newestFirst = versions.sort((one, other) => Number(other) - Number(one));
  const places = [
    ...(process.env.PATH ?? '').split(delimiter),
    configured ?? '',
    ...newestFirst.map((version) => join(DEBIAN, version, 'bin')),
  ];
  const found = places.find((place) => place !== '' && existsSync(join(place, 'initdb')));
  if (found === undefined) throw new Error('no PostgreSQL server is installed: postgresql-15');
  return found;
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

async function startServer(root, owner) {
  const programs = findPrograms();
  const data = join(root, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(root, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (owner.uid !== undefined) {
    for (const path of [root, passwordFile]) chownSync(path, owner.uid, owner.gid);
  }
  const options = { ...owner, cwd: root };
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'yuntai', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${CONNECTIONS_MAX}`,
  ];
  const logFile = join(root, 'log');
  const log = openSync(logFile, 'a');
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: ['ignore', log, log] },
  );
  for (let waited = 0; !isReady(data); waited += LOOK_MS) {
    if (server.exitCode !== null || waited > READY_MS_MAX) {
      server.kill('SIGQUIT');
      throw new Error(`PostgreSQL did not start: ${readFileSync(logFile, 'utf8')}`);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, LOOK_MS);
    });
  }
  return { server, url: `postgres://yuntai:${password}@127.0.0.1:${port}/postgres` };
}

/** Whether it says so where pg_ctl looks: in the eighth line of this file. */
function isReady(data) {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
}

/** Ends the sessions and stops. */
async function stopServer(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
}

async function runCommand([program, ...args], url) {
  const environment = { ...process.env, YUNTAI_TEST_POSTGRES_URL: url };
  const child = spawn(program, args, { stdio: 'inherit', env: environment });
  // Whoever ends us ends the command, and the server after it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

async function main(command) {
  if (command.length === 0) throw new Error('say which command to run');
  const root = mkdtempSync(join(tmpdir(), 'yuntai-postgres-'));
  try {
    const { server, url } = await startServer(root, findOwner());
    try {
      process.exitCode = await runCommand(command, url);
    } finally {
      await stopServer(server);
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`with-postgres: ${error.message}`);
  process.exitCode = 1;
}
