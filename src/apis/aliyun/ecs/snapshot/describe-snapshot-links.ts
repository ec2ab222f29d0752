// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesnapshotlinks
import { action } from '#apis/context.ts';
import { tokenAfter } from '#apis/page-token.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { snapshotFaults } from '#resources/snapshot/faults.ts';
import { listSnapshotChains, type SnapshotChain } from '#resources/snapshot/verbs/list-chains.ts';
import { id, list, string } from '#wire/builders.ts';
import { numbered, pageOf } from '../../paging.ts';
import { defaultInstanceName } from '../instance/default-names.ts';
import * as model from '../models/describe-snapshot-links.ts';
import { GIB, shownAccess } from './render-snapshot.ts';
import { diskOfLink, linkIdOf } from './snapshot-links.ts';

const LISTED_MAX = 100;
const RESULTS = { min: 10, max: 100 } as const;

/** The chains of snapshots of a region: one for each disk that has any. */
export const describeSnapshotLinks = action.read({
  model,
  input: {
    DiskIds: list(id('disk'), {
      style: 'json',
      max: LISTED_MAX,
      reasons: { malformed: listingFaults.idsMalformed, count: listingFaults.tooManyIds },
    }),
    SnapshotLinkIds: list(string(), {
      style: 'json',
      max: LISTED_MAX,
      reasons: snapshotFaults.linksMalformed,
    }),
    ...numbered(RESULTS.max),
  },
  output: { SnapshotLinks: { item: { fields: { SourceDiskId: id('disk') } } } },
  handle: async (context, asked) => {
    const { region, now } = context;
    const { page, number } = pageOf(asked, RESULTS);
    const { total, items, next } = await listSnapshotChains(context, {
      region,
      disks: disksAsked(asked.DiskIds, asked.SnapshotLinkIds),
      instance: asked.InstanceId,
      page,
    });
    return {
      TotalCount: total,
      PageNumber: number,
      PageSize: page.limit,
      NextToken: tokenAfter(next),
      SnapshotLinks: items.map((chain) => ({ RegionId: region, ...shownChain(chain, now) })),
    };
  },
});

/** The disks that both name; what is no link names none. */
function disksAsked(disks?: readonly string[], links?: readonly string[]) {
  if (links === undefined) return disks;
  const linked = links.flatMap((link) => diskOfLink(link) ?? []);
  return disks === undefined ? linked : linked.filter((disk) => disks.includes(disk));
}

function shownChain(chain: SnapshotChain, now: number) {
  const { disk, live, instance, role, sizeGiB, count, totalGiB, notes } = chain;
  return {
    SnapshotLinkId: linkIdOf(disk),
    SourceDiskId: disk,
    SourceDiskName: live?.name ?? '',
    SourceDiskSize: sizeGiB,
    SourceDiskType: role,
    InstanceId: instance?.key ?? '',
    InstanceName: instance === null ? '' : (instance.name ?? defaultInstanceName(instance.key)),
    InstantAccess: notes.some((note) => shownAccess(note, now).InstantAccess),
    Category: 'standard',
    TotalCount: count,
    TotalSize: totalGiB * GIB,
  };
}
