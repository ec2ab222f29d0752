import { vendorRegionName } from '#catalogue/places.ts';
import { imagesOfSnapshots } from '#resources/image/usage.ts';
import { progressOf, type Snapshot, type SnapshotState } from '#resources/snapshot/snapshot.ts';
import { copiesTo, sharesOfSnapshots } from '#resources/snapshot/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import type { ReadContext } from '#apis/context.ts';
import { instantText } from '#wire/instants.ts';
import { tencentId } from '../../ids.ts';
import { shownTags } from '../../structs/tag/tags.ts';
import { usages } from '../disk/disk-filters.ts';

/** SnapshotState. One that could not be made has no word here: it is not shown. */
export const stateWords: Readonly<Record<Exclude<SnapshotState, 'failed'>, string>> = {
  creating: 'CREATING',
  copying: 'COPYING_FROM_REMOTE',
  ready: 'NORMAL',
  restoring: 'ROLLBACKING',
};

const CHINA_MS = 8 * 3_600_000;

/** What a snapshot is called: one that a policy made after its hour in China (product/362/8191). */
export function nameOf({ name, policy, source, createdAt, doc }: Snapshot): string {
  if (name !== null) return name;
  if (source !== null) {
    const region = vendorRegionName('tencent', doc.sourceRegion ?? '') ?? '';
    return `Copied ${tencentId('snapshot', source)} from ${region}`;
  }
  if (policy === null) return '未命名';
  const time = instantText(createdAt + CHINA_MS, 'seconds').replaceAll(/[-:]/g, '');
  return `snap_${time.slice(0, 8)}_${time.slice(9, 11)}`;
}

/** SnapshotSet: snapshots with what hangs on them. */
export async function shownSnapshots(context: ReadContext, snapshots: readonly Snapshot[]) {
  const { db, now, account } = context;
  const keys = snapshots.map(({ key }) => key);
  const [tags, images, shares, copies] = await Promise.all([
    tagsOf(db, 'snapshot', keys),
    imagesOfSnapshots(db, keys),
    sharesOfSnapshots(db, keys),
    copiesTo(db, keys),
  ]);
  return snapshots.map((snapshot) => {
    const { key, policy, expiresAt, state } = snapshot;
    const isOwn = snapshot.account === account;
    const madeOf = isOwn ? (images.get(key) ?? []) : [];
    const [firstShare, ...moreShares] = isOwn ? (shares.get(key) ?? []) : [];
    return {
      SnapshotId: key,
      SnapshotName: nameOf(snapshot),
      SnapshotState: state === 'failed' ? '' : stateWords[state],
      SnapshotType: isOwn ? 'PRIVATE_SNAPSHOT' : 'SHARED_SNAPSHOT',
      SnapshotMode: 'STANDARD_SNAPSHOT',
      Percent: progressOf(snapshot, now),
      DiskId: snapshot.disk,
      DiskSize: snapshot.sizeGiB,
      DiskUsage: usages[snapshot.role],
      Encrypt: snapshot.encrypted,
      IsPermanent: expiresAt === null,
      IsLocked: false,
      DeadlineTime: expiresAt === null ? '' : instantText(expiresAt, 'spaced'),
      CreateTime: snapshot.createdAt,
      LatestModifyTime: snapshot.changedAt,
      CopyFromRemote: snapshot.source !== null,
      CopyingToRegions: (copies.get(key) ?? []).map((to) => vendorRegionName('tencent', to) ?? ''),
      Images: madeOf.map(({ image, name }) => ({ ImageId: image, ImageName: name })),
      ImageCount: madeOf.length,
      ShareReference: firstShare === undefined ? 0 : moreShares.length + 1,
      TimeStartShare: firstShare === undefined ? '' : instantText(firstShare.sharedAt, 'spaced'),
      ...(policy !== null && { AutoSnapshotPolicyId: policy }),
      Tags: shownTags(tags.get(key)),
      Placement: placementOf(snapshot),
    };
  });
}

function placementOf({ zone, project }: Snapshot) {
  return {
    Zone: zone,
    ProjectId: project,
    ProjectName: project === 0 ? '默认项目' : '',
    CageId: '',
    CdcId: '',
    CdcName: '',
    DedicatedClusterId: '',
  };
}
