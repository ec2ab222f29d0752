import type { Key } from '#kernel/key.ts';
import type { Disk } from '../../disk/disk.ts';
import { diskFaults } from '../../disk/faults.ts';
import { isLocal } from '../../disk/is-local.ts';
import { diskBackupFaults } from '../../disk-backup/faults.ts';
import { diskBeingBackedUp } from '../../disk-backup/usage.ts';
import { requireDisks } from '../../disk/require.ts';
import { instancesOfKeys } from '../../instance/by-keys.ts';
import { limitOf } from '../../quota/quota.ts';
import type { Scope } from '../../scope.ts';
import type { Tag } from '../../tag/tag.ts';
import { saveTags } from '../../tag/tags.ts';
import { verb } from '../../verb.ts';
import { snapshotFaults } from '../faults.ts';
import { insertSnapshots, type SnapshotDisk, startSnapshots } from '../make.ts';
import type { SnapshotDoc } from '../snapshot.ts';
import { snapshotsByDisk } from '../table.ts';
import { disksBeingSnapshotted } from '../usage.ts';

/** What is asked of the disks that snapshots are to be made of. */
export interface SnapshotRules {
  /** Whether one that was never attached to an instance is refused: nothing is on it. */
  readonly everAttached: boolean;
}

/**
 * Disks whose data can be read now, in the order in which they are named, each with its instance.
 */
export const requireReadableDisks = verb(
  [
    diskFaults.notFound,
    snapshotFaults.diskNotSupported,
    snapshotFaults.diskNeverAttached,
    snapshotFaults.diskRestoring,
    snapshotFaults.diskBusy,
    snapshotFaults.diskStateWrong,
    snapshotFaults.diskInstanceBusy,
    diskBackupFaults.beingMade,
  ],
  async (
    scope: Scope,
    asked: { readonly disks: ReadonlyArray<Key<'disk'>>; readonly region: string | null },
    rules: SnapshotRules,
  ): Promise<readonly SnapshotDisk[]> => {
    const disks = await requireDisks(scope, asked.disks, asked.region);
    for (const disk of disks) requireMaking(scope, disk, rules);
    const keys = disks.flatMap(({ instance }) => instance ?? []);
    const instances = await instancesOfKeys(scope.db, keys);
    for (const disk of disks) {
      const instance = instances.get(disk.instance ?? '');
      if (instance === undefined || ['running', 'stopped'].includes(instance.state)) continue;
      throw snapshotFaults.diskInstanceBusy({ disk: disk.key });
    }
    const keysOfDisks = disks.map(({ key }) => key);
    const [busy] = await disksBeingSnapshotted(scope.db, keysOfDisks);
    if (busy !== undefined) throw snapshotFaults.diskBusy({ disk: busy });
    const backedUp = await diskBeingBackedUp(scope.db, keysOfDisks);
    if (backedUp !== undefined) throw diskBackupFaults.beingMade({ disk: backedUp });
    return disks.map((disk) => ({ disk, instance: instances.get(disk.instance ?? '') ?? null }));
  },
);

/** A disk has no more snapshots than the account may have of it. */
export const requireSnapshotRoom = verb(
  [snapshotFaults.quotaExceeded],
  async (scope: Scope, disks: readonly Disk[]): Promise<void> => {
    const rows = await scope.db.all(snapshotsByDisk, { disks: disks.map(({ key }) => key) });
    const limit = await limitOf(scope, 'snapshotsPerDiskMax');
    for (const { key } of disks) {
      const own = rows.filter(({ disk, automatic }) => disk === key && automatic === 0);
      const count = own.reduce((sum, row) => sum + row.count, 0);
      if (count >= limit) throw snapshotFaults.quotaExceeded({ disk: key, limit });
    }
  },
);

/** The same where their number of snapshots allows for one more of each. */
export const requireSnapshotDisks = verb(
  [requireReadableDisks, requireSnapshotRoom],
  async (
    scope: Scope,
    asked: { readonly disks: ReadonlyArray<Key<'disk'>>; readonly region: string | null },
    rules: SnapshotRules,
  ): Promise<readonly SnapshotDisk[]> => {
    const disks = await requireReadableDisks(scope, asked, rules);
    await requireSnapshotRoom(
      scope,
      disks.map(({ disk }) => disk),
    );
    return disks;
  },
);

/** What the disk itself says. */
function requireMaking(scope: Scope, disk: Disk, rules: SnapshotRules): void {
  const { key, state } = disk;
  if (isLocal(scope, disk)) throw snapshotFaults.diskNotSupported({ disk: key });
  if (rules.everAttached && disk.attachedAt === null) {
    throw snapshotFaults.diskNeverAttached({ disk: key });
  }
  if (state === 'restoring') throw snapshotFaults.diskRestoring({ disk: key });
  if (state !== 'in-use' && state !== 'available') {
    throw snapshotFaults.diskStateWrong({ disk: key });
  }
}

/** What a new snapshot is told, whatever it is made from. */
export interface SnapshotAsked {
  readonly region: string | null;
  readonly name: string | null;
  readonly role?: 'system' | 'data' | undefined;
  /** Cloud milliseconds; null keeps it until somebody deletes it. */
  readonly expiresAt: number | null;
  readonly resourceGroup?: string | null;
  readonly tags: readonly Tag[];
  readonly doc: SnapshotDoc;
}

export interface NewSnapshot extends SnapshotRules, SnapshotAsked {
  readonly disk: Key<'disk'>;
}

/** Writes a snapshot of a disk down and begins to make it, of the disk or of a backup of it. */
export const beginSnapshot = verb(
  [snapshotFaults.diskUsageWrong],
  async (
    scope: Scope,
    one: SnapshotDisk,
    asked: SnapshotAsked & { readonly backup?: Key<'disk-backup'> },
  ): Promise<Key<'snapshot'>> => {
    const { db, account, now } = scope;
    const { expiresAt, tags } = asked;
    if (asked.role === 'system' && one.disk.role === 'data') {
      throw snapshotFaults.diskUsageWrong({ disk: one.disk.key });
    }
    const keys = await insertSnapshots(scope, [one], asked);
    await saveTags(db, { account, kind: 'snapshot', resources: keys }, tags);
    await startSnapshots(db, keys, { now, expiresAt });
    const [key] = keys;
    if (key === undefined) throw new Error('A disk that was found has no snapshot.');
    return key;
  },
);

/** Makes a snapshot of a disk as it is now. */
export const createSnapshot = verb(
  [requireSnapshotDisks, beginSnapshot],
  async (scope: Scope, request: NewSnapshot): Promise<Key<'snapshot'>> => {
    const { disk: key, region } = request;
    const [found] = await requireSnapshotDisks(scope, { disks: [key], region }, request);
    if (found === undefined) throw new Error('A disk that was found is not there.');
    return beginSnapshot(scope, found, request);
  },
);
