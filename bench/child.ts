import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { nodeOptions } from '../bin/launch.mjs';

/** A server in a process of its own, as the benchmarks start, load and measure it. */
export interface Server {
  readonly port: number;
  /** From the start of the process to its ready line. */
  readonly readyMs: number;
  /** Resident memory. */
  rssMiB(): number;
  /** Processor time it has used so far, of user and kernel together. */
  cpuMs(): number;
  /** Asks it to end and waits until it has. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** For a profile: `--cpu-prof` and its like. */
  readonly nodeOptions?: readonly string[];
}

const READY = /^\S+ ready http:\/\/127\.0\.0\.1:(\d+)$/m;
const READY_MS_MAX = 60_000;
const STOP_MS_MAX = 15_000;
const SAID_CHARACTERS_MAX = 4_000;
/** Of the kernel's clock that /proc counts in; the same on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a server and resolves when it says that it is ready. @throws what it said instead. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...nodeOptions(), ...(options.nodeOptions ?? []), options.script, ...options.args],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], ...options.env } },
  );
  running.add(child);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
  });
  const port = await readyPort(child, options.script);
  const readyMs = performance.now() - began;
  const pid = child.pid ?? 0;
  return {
    port,
    readyMs,
    rssMiB: () => rssMiB(pid),
    cpuMs: () => cpuMs(pid),
    async stop() {
      child.kill('SIGTERM');
      const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
      await ended;
      clearTimeout(overdue);
    },
  };
}

function readyPort(child: ChildProcess, script: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    let said = '';
    const fail = (what: string): void => {
      child.kill('SIGKILL');
      reject(new Error(`${script} ${what}. It said:\n${said}${output}`));
    };
    const overdue = setTimeout(() => fail('was not ready in time'), READY_MS_MAX);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-SAID_CHARACTERS_MAX);
    });
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-SAID_CHARACTERS_MAX);
      const port = READY.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(overdue);
      resolve(Number(port));
    });
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code) => {
      clearTimeout(overdue);
      fail(`ended with ${code}`);
    });
  });
}

/** Runs a script to its end. @throws what it said where that was not well. */
export async function runScript(script: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [...nodeOptions(), script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  running.delete(child);
  if (code === 0) return output;
  throw new Error(`${script} ended with ${code}. It said:\n${said.slice(-SAID_CHARACTERS_MAX)}`);
}

function rssMiB(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1_024;
}

/** Fields 14 and 15 of /proc/<pid>/stat, counted after the name, which may hold spaces. */
function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
}
