import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Driver, DriverAnswer, DriverCall, MachineSpec } from './driver.ts';

/** A driver opened for one case. */
export interface DriverBench {
  readonly driver: Driver;
  /** A zone the driver has hosts in. */
  readonly zone: string;
  /** A machine nobody has made yet, that the driver can make; another one each time. */
  newSpec(): MachineSpec;
  /** A block that has the addresses of those machines, such as 10.77.0.0/20. */
  readonly block: string;
  /** An image that it does not have yet, as a path; where it has images. */
  newImage?(): string;
  /** Writes text to a file on a disk of a running machine, by its key, and reads it again. */
  write?(machine: MachineSpec, disk: string, text: string): Promise<void>;
  read?(machine: MachineSpec, disk: string): Promise<string>;
  /** Cloud milliseconds. */
  now(): number;
  /** Lets that much cloud time pass. */
  pass(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** Why a case says nothing of a driver; undefined where it does. */
export type Lacks = (driver: Driver) => string | undefined;

export type Run = (
  title: string,
  body: (bench: DriverBench) => Promise<void>,
  lacks?: Lacks,
) => void;

/** Runs each case on a driver that is opened for it, and skips those that say nothing of it. */
export function runOn(open: () => Promise<DriverBench>): Run {
  return (title, body, lacks) => {
    test(title, async (t) => {
      const bench = await open();
      try {
        const reason = lacks?.(bench.driver);
        if (reason === undefined) await body(bench);
        else t.skip(reason);
      } finally {
        await bench.close();
      }
    });
  };
}

export const POLLS_MAX = 1_000;
export const DONE: DriverAnswer = { state: 'done' };

/** Asks again while the answer is pending, as a workflow does. */
export async function finished(
  bench: DriverBench,
  ask: (call: DriverCall) => Promise<DriverAnswer>,
  beganAt = bench.now(),
): Promise<DriverAnswer> {
  for (let poll = 0; poll < POLLS_MAX; poll += 1) {
    const answer = await ask({ beganAt, now: bench.now() });
    if (answer.state !== 'pending') return answer;
    assert.ok(answer.pollAfterMs > 0);
    await bench.pass(answer.pollAfterMs);
  }
  throw new Error(`Still pending after ${POLLS_MAX} calls.`);
}

/** A new machine that runs. */
export async function created(bench: DriverBench): Promise<MachineSpec> {
  const spec = bench.newSpec();
  assert.deepEqual(await finished(bench, (call) => bench.driver.create(spec, call)), DONE);
  return spec;
}

/** That a machine is in a state, as far as the driver can tell. */
export async function expectState(
  { driver, now }: DriverBench,
  machine: MachineSpec,
  state: 'running' | 'stopped' | 'absent',
): Promise<void> {
  const report = await driver.inspect(machine, { beganAt: now(), now: now() });
  assert.equal(report.state, driver.capabilities.remembers ? state : 'unknown');
}
