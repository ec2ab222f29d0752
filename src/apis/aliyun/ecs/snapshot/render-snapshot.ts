import type { ReadContext } from '#apis/context.ts';
import { usedSnapshots } from '#resources/disk/by-keys.ts';
import { imagesOfSnapshots } from '#resources/image/usage.ts';
import {
  isBeingMade,
  progressOf,
  type Snapshot,
  type SnapshotState,
} from '#resources/snapshot/snapshot.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { instantText } from '#wire/instants.ts';
import { daysUntil, endAfter, type SnapshotOwn } from './snapshot-fields.ts';
import { linkIdOf } from './snapshot-links.ts';

export const snapshotStatuses = ['progressing', 'accomplished', 'failed'] as const;

/** Status: one that a disk is rolled back to is there all the while. */
export const statusWords: Readonly<Record<SnapshotState, (typeof snapshotStatuses)[number]>> = {
  creating: 'progressing',
  copying: 'progressing',
  ready: 'accomplished',
  restoring: 'accomplished',
  failed: 'failed',
};

/** The states that are shown as a status. */
export function statesOf(status: (typeof snapshotStatuses)[number]): readonly SnapshotState[] {
  const states = Object.keys(statusWords) as readonly SnapshotState[];
  return states.filter((state) => statusWords[state] === status);
}

/** Usage, of which the list is narrowed by each. */
export const usageWords = {
  none: { hasImages: false, hasDisks: false },
  image: { hasImages: true, hasDisks: false },
  disk: { hasImages: false, hasDisks: true },
  image_disk: { hasImages: true, hasDisks: true },
} as const;

export type Usage = keyof typeof usageWords;
export const usages = Object.keys(usageWords) as readonly Usage[];

export const GIB = 2 ** 30;

/** Whether it can be used at once, and for how many days that was asked for. */
export function shownAccess({ doc, createdAt }: Pick<Snapshot, 'doc' | 'createdAt'>, now: number) {
  const own: SnapshotOwn = doc.own ?? {};
  const { InstantAccess = false, InstantAccessRetentionDays: days } = own;
  return {
    InstantAccess: InstantAccess && now < (endAfter(createdAt, days) ?? Infinity),
    InstantAccessRetentionDays: days,
  };
}

/** Snapshots as DescribeSnapshots shows them. */
export async function shownSnapshots({ db, now }: ReadContext, snapshots: readonly Snapshot[]) {
  const keys = snapshots.map(({ key }) => key);
  const [tags, images, disks] = await Promise.all([
    tagsOf(db, 'snapshot', keys),
    imagesOfSnapshots(db, keys),
    usedSnapshots(db, keys),
  ]);
  const usageOf = (key: Snapshot['key']): Usage => {
    if (images.has(key)) return disks.has(key) ? 'image_disk' : 'image';
    return disks.has(key) ? 'disk' : 'none';
  };
  return snapshots.map((snapshot) => ({
    ...renderSnapshot(snapshot, now),
    Usage: usageOf(snapshot.key),
    Tags: (tags.get(snapshot.key) ?? []).map(({ name, value }) => ({
      TagKey: name,
      TagValue: value,
    })),
  }));
}

function renderSnapshot(snapshot: Snapshot, now: number) {
  const { key, state, createdAt, expiresAt, disk, doc, sizeGiB } = snapshot;
  const days = daysUntil(createdAt, expiresAt);
  const access = shownAccess(snapshot, now);
  return {
    SnapshotId: key,
    SnapshotSN: key,
    SnapshotLinkId: linkIdOf(disk),
    SnapshotName: snapshot.name ?? '',
    Description: doc.description ?? '',
    SnapshotType: snapshot.policy === null ? 'user' : 'auto',
    Status: statusWords[state],
    Progress: `${progressOf(snapshot, now)}%`,
    RemainTime: isBeingMade(snapshot)
      ? Math.max(0, Math.ceil(((snapshot.expectedAt ?? now) - now) / 1000))
      : 0,
    Available: statusWords[state] === 'accomplished',
    Category: 'standard',
    CreationTime: createdAt,
    LastModifiedTime: instantText(snapshot.changedAt, 'seconds'),
    RetentionDays: days,
    InstantAccess: access.InstantAccess,
    InstantAccessRetentionDays: access.InstantAccessRetentionDays ?? days,
    Encrypted: snapshot.encrypted,
    KMSKeyId: '',
    ProductCode: '',
    RegionId: snapshot.region,
    ResourceGroupId: snapshot.resourceGroup ?? '',
    SourceDiskId: disk,
    SourceDiskSize: String(sizeGiB),
    SourceDiskType: snapshot.role,
    SourceStorageType: 'disk',
    FullSnapshotSizeInBytes: sizeGiB * GIB,
    SourceSnapshotId: snapshot.source ?? undefined,
    SourceRegionId: doc.sourceRegion,
  };
}
