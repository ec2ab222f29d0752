import type { WriteContext } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { requireState } from '#resources/instance/require.ts';
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { isNextHop } from '#resources/route-table/usage.ts';
import { terminateInstances } from '#resources/instance/verbs/terminate.ts';
import { namedInstance } from './named-instance.ts';

export interface ReleaseAsked {
  readonly keys: readonly string[];
  /** Null: wherever they are. */
  readonly region: string | null;
  readonly force: boolean;
  /** Whether one that was paid in advance may go: it has to be said, and its time to be over. */
  readonly terminates: boolean;
}

/** Releases instances, all of them or none, as both pages that delete do it. */
export async function releaseInstances(
  context: WriteContext,
  { keys, region, force, terminates }: ReleaseAsked,
): Promise<void> {
  for (const key of keys) {
    refuse(await namedInstance(context, key, region), { terminates, now: context.now });
  }
  for (const instance of keys) {
    if (await isNextHop(context.db, [instance])) throw routeFaults.leadsTo({ instance });
  }
  await terminateInstances(context, {
    keys,
    region,
    force,
    prepaid: 'release',
    prepaidDisks: 'that go with it',
    endsChange: true,
  });
}

/** What the pages refuse besides: one still being made, and a paid one before its time is over. */
function refuse(
  instance: Instance,
  { terminates, now }: { readonly terminates: boolean; readonly now: number },
): void {
  if (instance.state === 'creating') throw instanceFaults.initializing();
  requireState(instance, 'terminate');
  if (instance.chargeType !== 'prepaid') return;
  // In the recycle bin its time has been given up: there is nothing left to refuse.
  const isOver = instance.state === 'recycled' || (instance.expiresAt ?? 0) <= now;
  if (terminates && isOver) return;
  throw instanceFaults.notExpired({ instance: instance.key });
}
