import type { DriverAnswer } from '#drivers/driver.ts';
import type { Volume } from '#drivers/storage.ts';
import type { Key } from '#kernel/key.ts';
import type { Tx } from '#store/store.ts';
import { defineWorkflow, GiveUp, type StepContext } from '#workflow/definition.ts';
import { disksOfKeys } from '../../disk/by-keys.ts';
import { volumeOf } from '../../disk/volume.ts';
import { settle, settledAttemptsMax } from '../../instance/machine.ts';
import { madeSnapshot } from '../../snapshot/driver-names.ts';
import type { SnapshotServices } from '../../snapshot/services.ts';
import { type DiskBackup, diskBackupOf } from '../disk-backup.ts';
import { removeBackups } from '../remove.ts';
import { unused } from '../usage.ts';
import { backupsByKeys, expectBackup, setBackupStates } from '../table.ts';

export interface MakeBackupInput {
  readonly backup: Key<'disk-backup'>;
  /** The one that goes when this one is made, unless it is used then. */
  readonly replaces?: Key<'disk-backup'>;
}

type Context = StepContext<MakeBackupInput, SnapshotServices>;

/** The disk as the driver knows it, and how long the backup takes; null where it is gone. */
interface Begun {
  readonly volume: Volume | null;
  /** Cloud milliseconds; null where it is made. */
  readonly expectedAt: number | null;
}

/** Makes a backup of a disk; one that cannot be made is gone: no document has a word for it. */
export const makeBackupWorkflow = defineWorkflow<MakeBackupInput, SnapshotServices>()((step) => ({
  kind: 'disk-backup.make',
  attemptsMax: settledAttemptsMax,
  steps: [
    step<Begun>({
      name: 'begin',
      async run(context) {
        const { services, input, now } = context;
        const backup = await services.store.read((tx) => backupBeingMade(tx, input));
        if (backup === undefined) return { done: { volume: null, expectedAt: null } };
        const disks = await services.store.read((tx) => disksOfKeys(tx, [backup.disk]));
        const [disk] = disks;
        const volume = disk === undefined ? null : volumeOf(disk);
        const answer = volume === null ? undefined : await ask(context, backup, volume);
        const expectedAt = answer?.state === 'pending' ? now + answer.pollAfterMs : null;
        return { done: { volume, expectedAt } };
      },
      async commit(tx, { input: { backup: key } }, { expectedAt }) {
        if (expectedAt !== null) await tx.run(expectBackup, { key, at: expectedAt });
      },
    }),
    step({
      name: 'await',
      async run(context) {
        const { services, input, attempt, results } = context;
        const backup = await services.store.read((tx) => backupBeingMade(tx, input));
        const { volume } = results['begin'] as Begun;
        if (backup === undefined) return { done: undefined };
        if (volume === null) throw new GiveUp('disk-gone');
        const settled = settle(await ask(context, backup, volume), attempt);
        if (settled === 'done') return { done: undefined };
        if ('failed' in settled) throw new GiveUp(settled.failed);
        return settled;
      },
      async commit(tx, { input: { backup, replaces }, now }) {
        await tx.run(setBackupStates, { keys: [backup], from: 'creating', to: 'ready' });
        if (replaces !== undefined) await removeBackups(tx, await unused(tx, [replaces]), now);
      },
    }),
  ],
  async failed(tx, { input, now }) {
    const backup = await backupBeingMade(tx, input);
    if (backup !== undefined) await removeBackups(tx, [backup], now);
  },
}));

async function backupBeingMade(
  tx: Pick<Tx, 'all'>,
  { backup: key }: MakeBackupInput,
): Promise<DiskBackup | undefined> {
  const rows = await tx.all(backupsByKeys, { keys: [key] });
  return rows.map(diskBackupOf).find(({ state }) => state === 'creating');
}

function ask(
  { services: { driver }, now }: Context,
  backup: DiskBackup,
  volume: Volume,
): Promise<DriverAnswer> {
  return driver.snapshots.create(madeSnapshot(backup), volume, { beganAt: backup.createdAt, now });
}
