// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describededicatedhostclusters
import { action } from '#apis/context.ts';
import type { ReadContext } from '#apis/context.ts';
import { dedicatedHostClusterFaults } from '#resources/dedicated-host-cluster/faults.ts';
import { listClusters } from '#resources/dedicated-host-cluster/verbs/clusters.ts';
import type { DedicatedHost } from '#resources/dedicated-host/dedicated-host.ts';
import { withRooms } from '#resources/dedicated-host/room.ts';
import { hostsByCluster } from '#resources/dedicated-host/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, list } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { silent } from '../../parameters.ts';
import { groupsAsked } from '../../resource-group.ts';
import { tagFilters, tagFiltersOf } from '../../tag-filters.ts';
import * as model from '../models/describe-dedicated-host-clusters.ts';

const one = <T>(value: T | undefined) => (value === undefined ? undefined : [value]);

/** Clusters of the region, newest first; an empty list of ids matches nothing, as the page says. */
export const describeDedicatedHostClusters = action.read({
  model,
  input: {
    DedicatedHostClusterIds: list(id('dedicated-host-cluster'), {
      style: 'json',
      max: 100,
      reasons: { count: dedicatedHostClusterFaults.tooManyNamed },
    }),
    Tag: tagFilters,
    ...numbered(100),
    // The page says that they cannot be used yet.
    ...each(['Status', 'LockReason'], silent),
  },
  handle: async (context, input) => {
    const { db, account, region } = context;
    const { PageNumber, PageSize } = input;
    const { total, items } = await listClusters(context, {
      region,
      filter: {
        keys: input.DedicatedHostClusterIds,
        names: one(input.DedicatedHostClusterName),
        zones: one(input.ZoneId),
        resourceGroups: groupsAsked(account, input.ResourceGroupId),
        tags: tagFiltersOf(input.Tag),
      },
      page: offsetAndLimit(input),
    });
    const keys = items.map(({ key }) => key);
    const tags = await tagsOf(db, 'dedicated-host-cluster', keys);
    const hosts = await hostsByCluster(context, region);
    const shown = [];
    for (const cluster of items) {
      const members = hosts.get(cluster.key) ?? [];
      shown.push({
        DedicatedHostClusterId: cluster.key,
        DedicatedHostClusterName: cluster.name ?? '',
        Description: cluster.description ?? '',
        RegionId: region,
        ZoneId: cluster.zone,
        ResourceGroupId: cluster.resourceGroup ?? '',
        DedicatedHostIds: members.map(({ key }) => key),
        DedicatedHostClusterCapacity: await capacityOf(context, members),
        Tags: (tags.get(cluster.key) ?? []).map(({ name, value }) => {
          return { TagKey: name, TagValue: value };
        }),
      });
    }
    return { TotalCount: total, PageNumber, PageSize, DedicatedHostClusters: shown };
  },
});

/** Of all its hosts together; disks of hosts are elsewhere here. */
async function capacityOf({ db }: ReadContext, hosts: readonly DedicatedHost[]) {
  const rooms = (await withRooms(db, hosts)).map(({ room }) => room);
  const sum = (of: (room: (typeof rooms)[number]) => number) =>
    rooms.reduce((total, room) => total + Math.max(of(room), 0), 0);
  return {
    TotalVcpus: sum(({ cpu }) => cpu),
    AvailableVcpus: sum(({ cpuFree }) => cpuFree),
    TotalMemory: sum(({ memoryMiB }) => memoryMiB) / 1024,
    AvailableMemory: sum(({ memoryMiBFree }) => memoryMiBFree) / 1024,
    LocalStorageCapacities: [],
    AvailableInstanceTypes: [],
  };
}
