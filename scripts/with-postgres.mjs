// Runs a command beside a PostgreSQL server of its own, and leaves nothing of it behind:
//   node scripts/with-postgres.mjs npm test -- test/store
// The command finds the server by YUNTAI_TEST_POSTGRES_URL.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePostgres } from './postgres-server.mjs';

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
    const server = await makePostgres(root);
    try {
      await server.start();
      process.exitCode = await runCommand(command, server.url);
    } finally {
      await server.stop();
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
