import assert from 'node:assert/strict';
import type { Key } from '#kernel/key.ts';
import { workflowCases } from '#workflow/testing.ts';
import type { World } from '../../instance/instance.test-support.ts';
import {
  settleWith,
  snapshotBench,
  snapshotStates,
  worldWithDisks,
} from '../snapshot.test-support.ts';
import { applyDiskBackup } from '../../disk-backup/verbs/apply-backup.ts';
import { changeBackupQuota } from '../../disk-backup/verbs/change-quota.ts';
import { createDiskBackup } from '../../disk-backup/verbs/create-backup.ts';
import { deleteDiskBackups } from '../../disk-backup/verbs/delete-backups.ts';
import { dailyBackupWorkflow } from '../../disk-backup/workflows/daily.ts';
import { makeBackupWorkflow } from '../../disk-backup/workflows/make-backup.ts';
import { applySnapshots } from '../verbs/apply-snapshots.ts';
import { copySnapshot, requireCopyable } from '../verbs/copy-snapshot.ts';
import { createSnapshot } from '../verbs/create-snapshot.ts';
import { deleteSnapshots } from '../verbs/delete-snapshots.ts';
import { destroySnapshotsWorkflow } from './destroy.ts';
import { expireSnapshotsWorkflow } from './expire.ts';
import { makeWorkflow } from './make.ts';
import { restoreSnapshotsWorkflow } from './restore.ts';

/** Each workflow of snapshots, failed, repeated and crashed at each step. */

const HOUR_MS = 3_600_000;
const region = 'guangzhou';
const plain = { name: null, tags: [], everAttached: false, doc: {} } as const;

async function begun(expiresInMs: number | null = null) {
  const { world, disks } = await worldWithDisks();
  const [disk = ''] = disks;
  const expiresAt = expiresInMs === null ? null : world.clock.now() + expiresInMs;
  const key = await world.write((scope) =>
    createSnapshot(scope, { ...plain, disk, region, expiresAt }),
  );
  return { world, disk, key };
}

/** A snapshot that is made, of the system disk of an instance that runs. */
async function made(expiresInMs: number | null = null) {
  const all = await begun(expiresInMs);
  await settleWith(all.world, [makeWorkflow], 10_000);
  assert.deepEqual(await snapshotStates(all.world), ['ready']);
  return all;
}

workflowCases(makeWorkflow, async () => {
  const { world } = await begun();
  return snapshotBench(world, { succeeded: ['ready'], undone: ['failed'] });
});

workflowCases(makeWorkflow, async () => {
  const { world, key } = await made();
  await world.write(async (scope) => {
    const one = { snapshot: key, region };
    const snapshot = await requireCopyable(scope, one, { encryptedToo: false });
    const copy = { name: null, expiresAt: null, tags: [], doc: {} };
    await copySnapshot(scope, { snapshot, to: 'beijing' }, copy);
  });
  return snapshotBench(world, { succeeded: ['ready', 'ready'], undone: ['ready', 'failed'] });
});

workflowCases(destroySnapshotsWorkflow, async () => {
  const { world, key } = await made();
  const rules = { disks: 'keep', making: 'refuse' } as const;
  await world.write((scope) => deleteSnapshots(scope, { keys: [key], region, ...rules }));
  return snapshotBench(world, { succeeded: [], undone: [] });
});

workflowCases(expireSnapshotsWorkflow, async () => {
  const { world } = await made(2 * HOUR_MS);
  const others = [destroySnapshotsWorkflow];
  return snapshotBench(world, { succeeded: [], undone: [], others });
});

async function instanceStates({ store }: World): Promise<readonly string[]> {
  const rows = await store.read(({ db }) => db.selectFrom('instances').select('state').execute());
  return rows.map(({ state }) => state);
}

async function restoring(options: { readonly start: boolean }) {
  const { world, disk, key } = await made();
  await world.write((scope) =>
    applySnapshots(scope, {
      region,
      restores: [{ disk, snapshot: key }],
      stopInstance: true,
      startInstance: options.start,
    }),
  );
  return { world, disk };
}

async function assertFree(world: World, disk: Key<'disk'>): Promise<void> {
  const rows = await world.store.read(({ db }) =>
    db.selectFrom('disks').select(['key', 'state', 'operation_state']).execute(),
  );
  assert.ok(
    rows.every(({ state, operation_state: how }) => {
      return state === 'in-use' && how !== 'operating';
    }),
  );
  assert.ok(rows.some(({ key }) => key === disk));
}

for (const start of [true, false]) {
  workflowCases(restoreSnapshotsWorkflow, async () => {
    const { world, disk } = await restoring({ start });
    return snapshotBench(world, {
      succeeded: ['ready'],
      undone: ['ready'],
      async check() {
        await assertFree(world, disk);
        const [state = ''] = await instanceStates(world);
        assert.ok(['running', 'stopped'].includes(state), state);
      },
    });
  });
}

async function backupStates({ store }: World): Promise<readonly string[]> {
  const rows = await store.read(({ db }) =>
    db.selectFrom('disk_backups').select('state').execute(),
  );
  return rows.map(({ state }) => state);
}

async function backedUp() {
  const { world, disks } = await worldWithDisks();
  const [disk = ''] = disks;
  const backup = await world.write(async (scope) => {
    await changeBackupQuota(scope, { disk, region, quota: 1 });
    return createDiskBackup(scope, { disk, region, name: null });
  });
  return { world, disk, backup };
}

workflowCases(makeBackupWorkflow, async () => {
  const { world } = await backedUp();
  const others = [destroySnapshotsWorkflow];
  return snapshotBench(world, {
    succeeded: [],
    undone: [],
    others,
    async check() {
      assert.ok((await backupStates(world)).every((state) => state === 'ready'));
    },
  });
});

workflowCases(dailyBackupWorkflow, async () => {
  const { world, disks } = await worldWithDisks();
  const [disk = ''] = disks;
  await world.write((scope) => changeBackupQuota(scope, { disk, region, quota: 1 }));
  // So that it ends: a disk without a quota has no more of them.
  await world.store.write(({ db }) =>
    db.updateTable('disks').set({ backup_quota: 0 }).where('key', '=', disk).execute(),
  );
  const check = async () => assert.deepEqual(await backupStates(world), []);
  return snapshotBench(world, { succeeded: [], undone: [], check });
});

workflowCases(destroySnapshotsWorkflow, async () => {
  const { world, backup } = await backedUp();
  await settleWith(world, [makeBackupWorkflow], 10_000);
  await world.write((scope) => deleteDiskBackups(scope, { keys: [backup], region }));
  const check = async () => assert.deepEqual(await backupStates(world), []);
  return snapshotBench(world, { succeeded: [], undone: [], check });
});

workflowCases(restoreSnapshotsWorkflow, async () => {
  const { world, disk, backup } = await backedUp();
  await settleWith(world, [makeBackupWorkflow], 10_000);
  const power = { stopInstance: true, startInstance: true };
  await world.write((scope) => applyDiskBackup(scope, { backup, disk, region, ...power }));
  return snapshotBench(world, {
    succeeded: [],
    undone: [],
    async check() {
      await assertFree(world, disk);
      assert.deepEqual(await backupStates(world), ['ready']);
    },
  });
});
