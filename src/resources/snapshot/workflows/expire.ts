import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, forever } from '#workflow/definition.ts';
import { startWorkflow } from '#workflow/start.ts';
import type { SnapshotServices } from '../services.ts';
import { imagesOfSnapshots } from '../../image/usage.ts';
import { removeSnapshots } from '../remove.ts';
import { isBeingMade, snapshotOf } from '../snapshot.ts';
import { snapshotsByKeys } from '../table.ts';
import { expiryTarget } from '../targets.ts';

export interface ExpireInput {
  readonly keys: ReadonlyArray<Key<'snapshot'>>;
  /** Cloud milliseconds. */
  readonly at: number;
}

const RETRY_MS = 60_000;

/**
 * Removes snapshots at their end. One whose end was changed has another timer; one that an image
 * is made from stays.
 */
export const expireSnapshotsWorkflow = defineWorkflow<ExpireInput, SnapshotServices>()((step) => ({
  kind: 'snapshot.expire',
  attemptsMax: forever,
  backoffMs: () => RETRY_MS,
  steps: [
    step({
      name: 'expire',
      run({ input: { at }, now }) {
        return Promise.resolve(at > now ? { waitMs: at - now } : { done: undefined });
      },
      async commit(tx, { input: { keys, at }, now }) {
        const rows = (await tx.all(snapshotsByKeys, { keys })).map(snapshotOf);
        const ended = rows.filter(({ expiresAt }) => expiresAt === at);
        const busy = ended.find((one) => isBeingMade(one) || one.state === 'restoring');
        // Thrown, so that the engine comes back to it.
        if (busy !== undefined) throw new Error(`Snapshot ${busy.key} is ${busy.state}.`);
        const images = await imagesOfSnapshots(
          tx,
          ended.map(({ key }) => key),
        );
        await removeSnapshots(
          tx,
          ended.filter(({ key }) => !images.has(key)),
          now,
        );
      },
    }),
  ],
}));

/** Sets the timer that ends snapshots; the same timer is set once. */
export async function startExpiry(
  tx: Tx,
  { keys, at, now }: ExpireInput & { readonly now: number },
): Promise<void> {
  const [first] = keys;
  if (first === undefined) return;
  const target = expiryTarget(first, at);
  await startWorkflow(tx, expireSnapshotsWorkflow, { target, input: { keys, at }, now, dueAt: at });
}
