import { cancelWorkflows } from '#workflow/cancel.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { hostExpiryTarget, hostReleaseTarget, hostTarget } from './targets.ts';
import { expireHostWorkflow } from './workflows/expire.ts';
import { makeHostWorkflow } from './workflows/make.ts';
import { releaseHostWorkflow } from './workflows/release-later.ts';

interface When {
  readonly db: Tx;
  /** Cloud milliseconds. */
  readonly now: number;
}

type HostKey = Key<'dedicated-host'>;

/** How long it takes until a new host can be used. */
const MAKING_MS = 2_000;

export async function beginMaking({ db, now }: When, key: HostKey): Promise<void> {
  const start = { target: hostTarget(key), input: { key }, now, dueAt: now + MAKING_MS };
  await startWorkflow(db, makeHostWorkflow, start);
}

/** Sets the timer of the end of what was paid for, in the place of the one before. */
export async function scheduleHostExpiry(
  { db, now }: When,
  key: HostKey,
  at: number,
): Promise<void> {
  const target = hostExpiryTarget(key);
  await cancelWorkflows(db, [target]);
  await startWorkflow(db, expireHostWorkflow, { target, input: { key, at }, now, dueAt: at });
}

/** Sets when a host is released by itself, in the place of what was set before. */
export async function scheduleHostRelease(
  { db, now }: When,
  key: HostKey,
  at: number,
): Promise<void> {
  const target = hostReleaseTarget(key);
  await cancelWorkflows(db, [target]);
  await startWorkflow(db, releaseHostWorkflow, { target, input: { key, at }, now, dueAt: at });
}
