import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { after } from 'node:test';
import { MAIN } from './command.ts';

/** A server in a process of its own, to be killed. */
export interface Spawned {
  readonly url: string;
  readonly process: ChildProcess;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  stdout(): string;
  stderr(): string;
}

export interface SpawnOptions {
  readonly data: string;
  readonly keyId: string;
  readonly keySecret: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Servers that still run: none outlives the tests, however they end. */
const alive = new Set<ChildProcess>();
after(() => {
  for (const child of alive) child.kill('SIGKILL');
});

/** Starts a server on a free port and waits for its ready line. */
export async function spawnServer(options: SpawnOptions): Promise<Spawned> {
  const { data, keyId, keySecret, environment = {} } = options;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, 'serve', '--port', '0', '--data', data],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        YUNTAI_ACCESS_KEY_ID: keyId,
        YUNTAI_ACCESS_KEY_SECRET: keySecret,
        ...environment,
      },
    },
  );
  alive.add(child);
  child.once('exit', () => alive.delete(child));
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  let stdout = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const ready = /^yuntai ready (http:\S+)\n/.exec(stdout);
      if (ready?.[1] !== undefined) resolve(ready[1]);
    });
    void ended.then((how) => reject(new Error(`It ended with ${how} before ready: ${stderr}`)));
  });
  return { url, process: child, ended, stdout: () => stdout, stderr: () => stderr };
}
