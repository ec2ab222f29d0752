import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Driver, DriverAnswer } from '#drivers/driver.ts';
import type { IncusConfiguration } from '#drivers/incus/configuration.ts';
import { dyingTransport } from './dying-transport.ts';
import { openLxdDriver } from './lxd-driver.ts';
import type { LxdServer } from './lxd-server.ts';

const CALLS_MAX = 60;
const RETRY_MS = 200;

/** Asks until it is done; what may be tried again is. */
export async function finish(
  driver: Driver,
  ask: (driver: Driver) => Promise<DriverAnswer>,
): Promise<void> {
  for (;;) {
    const answer = await ask(driver);
    if (answer.state === 'done') return;
    if (answer.state === 'failed') {
      assert.ok(answer.retryable, `${answer.reason}: ${answer.detail}`);
      await delay(RETRY_MS);
    } else await delay(answer.pollAfterMs);
  }
}

/** A verb that is interrupted, on something that was made for it. */
export interface Interrupted {
  ask(driver: Driver): Promise<DriverAnswer>;
  /** Asserts what holds when it is done, and takes away what was made for it. */
  check(driver: Driver): Promise<void>;
}

export interface Deaths {
  readonly server: LxdServer;
  /** Whether the server has the call that a process dies at. */
  readonly when: 'before' | 'after';
  readonly configuration?: Partial<IncusConfiguration>;
}

/** Dies at each call of a verb in turn, and has the next process end what was begun. */
export async function dieAtEachCall(
  { server, when, configuration = {} }: Deaths,
  prepare: (driver: Driver) => Promise<Interrupted>,
): Promise<void> {
  const driver = await openLxdDriver(server, { configuration });
  for (let call = 1; call < CALLS_MAX; call += 1) {
    const { ask, check } = await prepare(driver);
    const { transport, arm, isDead } = dyingTransport(server.socket, { call, when });
    const first = await openLxdDriver(server, { configuration, opening: { transport } });
    arm();
    const begun = ask(first);
    while (!isDead() && (await Promise.race([begun, delay(20)])) === undefined);
    await first.close();
    if (isDead()) await finish(driver, ask);
    await check(driver);
    if (isDead()) continue;
    await driver.close();
    return;
  }
  throw new Error(`More than ${CALLS_MAX} calls`);
}
