import type { DriverAnswer } from '#drivers/driver.ts';
import type { Volume } from '#drivers/storage.ts';

import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, type StepContext } from '#workflow/definition.ts';

import { disksOfKeys } from '../../disk/by-keys.ts';
import { volumeOf } from '../../disk/volume.ts';
import { settle, settledAttemptsMax } from '../../instance/machine.ts';
import type { SnapshotServices } from '../services.ts';
import { madeSnapshot } from '../driver-names.ts';
import { isBeingMade, type Snapshot, snapshotOf } from '../snapshot.ts';
import { expectSnapshots, failSnapshot, setSnapshotStates, snapshotsByKeys } from '../table.ts';

export interface MakeInput {
  readonly keys: ReadonlyArray<Key<'snapshot'>>;
}

type Context = StepContext<MakeInput, SnapshotServices>;

/** What the first step finds out: the disks as the driver knows them, and how long it takes. */
interface Begun {
  readonly volumes: Readonly<Record<string, Volume>>;
  /** Cloud milliseconds; null where all is made. */
  readonly expectedAt: number | null;
}

/** Why snapshots could not be made, by their keys. */
type Failures = Readonly<Record<string, string>>;

/**
 * Makes snapshots of disks, or of other snapshots, that were asked for together. They can be used
 * when all of them are made; one that cannot be made fails alone.
 */
export const makeWorkflow = defineWorkflow<MakeInput, SnapshotServices>()((step) => ({
  kind: 'snapshot.make',
  attemptsMax: settledAttemptsMax,
  steps: [
    step<Begun>({
      name: 'begin',
      async run(context) {
        const snapshots = await snapshotsBeingMade(context);
        const volumes = await volumesOf(context, snapshots);
        let leftMs = 0;
        for (const snapshot of snapshots) {
          const answer = await ask(context, snapshot, volumes);
          if (answer?.state === 'pending') leftMs = Math.max(leftMs, answer.pollAfterMs);
        }
        return { done: { volumes, expectedAt: leftMs > 0 ? context.now + leftMs : null } };
      },
      async commit(tx, { input: { keys } }, { expectedAt }) {
        if (expectedAt !== null) await tx.run(expectSnapshots, { keys, at: expectedAt });
      },
    }),
    step<Failures>({
      name: 'await',
      async run(context) {
        const { volumes } = context.results['begin'] as Begun;
        const failures: Record<string, string> = {};
        let waitMs = 0;
        for (const snapshot of await snapshotsBeingMade(context)) {
          const answer = await ask(context, snapshot, volumes);
          const settled =
            answer === undefined ? { failed: 'disk-gone' } : settle(answer, context.attempt);
          if (settled === 'done') continue;
          if ('failed' in settled) failures[snapshot.key] = settled.failed;
          else waitMs = Math.max(waitMs, settled.waitMs);
        }
        return waitMs > 0 ? { waitMs } : { done: failures };
      },
      commit: (tx, { input, now }, failures) => end(tx, input, { failures, now }),
    }),
  ],
  async failed(tx, { input, now }, { message }) {
    const failures = Object.fromEntries(input.keys.map((key) => [key, message]));
    await end(tx, input, { failures, now });
  },
}));

function snapshotsBeingMade({ input: { keys }, services }: Context): Promise<readonly Snapshot[]> {
  return services.store.read(async (reader) => {
    const rows = await reader.all(snapshotsByKeys, { keys });
    return rows.map(snapshotOf).filter(isBeingMade);
  });
}

async function volumesOf(
  { services: { store } }: Context,
  snapshots: readonly Snapshot[],
): Promise<Readonly<Record<string, Volume>>> {
  const keys = snapshots.filter((one) => originOf(one) === null).map(({ disk }) => disk);
  const disks = await store.read((reader) => disksOfKeys(reader, keys));
  return Object.fromEntries(disks.map((disk) => [disk.key, volumeOf(disk)]));
}

/** What it is a copy of: a snapshot, or a backup; null where it is made of its disk. */
function originOf({ source, backup }: Snapshot): string | null {
  return source ?? backup;
}

/** Undefined where the disk was gone before the driver heard of it. */
function ask(
  { services: { driver }, now }: Context,
  snapshot: Snapshot,
  volumes: Readonly<Record<string, Volume>>,
): Promise<DriverAnswer | undefined> {
  const call = { beganAt: snapshot.createdAt, now };
  const named = madeSnapshot(snapshot);
  const origin = originOf(snapshot);
  if (origin !== null) return driver.snapshots.copy(named, origin, call);
  const volume = volumes[snapshot.disk];
  return volume === undefined
    ? Promise.resolve(undefined)
    : driver.snapshots.create(named, volume, call);
}

async function end(
  tx: Tx,
  { keys }: MakeInput,
  { failures, now: at }: { readonly failures: Failures; readonly now: number },
): Promise<void> {
  const failed = keys.filter((key) => failures[key] !== undefined);
  const rows = failed.length === 0 ? [] : await tx.all(snapshotsByKeys, { keys: failed });
  for (const row of rows) {
    const { key, doc } = snapshotOf(row);
    const failure = failures[key] ?? '';
    await tx.run(failSnapshot, { key, doc: JSON.stringify({ ...doc, failure }), at });
  }
  await tx.run(setSnapshotStates, { keys, from: ['creating', 'copying'], to: 'ready', at });
}
