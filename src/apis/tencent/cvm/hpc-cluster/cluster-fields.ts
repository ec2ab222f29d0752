import { bothWays } from '#apis/both-ways.ts';
import type { Tag } from '#resources/tag/tag.ts';
import { hpcClusterFaults as faults } from '#resources/hpc-cluster/faults.ts';
import type { HpcCluster } from '#resources/hpc-cluster/hpc-cluster.ts';
import type { ClusterShown } from '#resources/hpc-cluster/verbs/clusters.ts';
import { id } from '#wire/builders.ts';
import { shownTags } from '../../structs/tag/tags.ts';

export const clusterId = id('hpc-cluster', { reasons: { malformed: faults.malformed } });

/** At most a hundred, of an operation as of a list (seed 004 L35300). */
export const clusterIds = {
  max: 100,
  item: { reasons: { malformed: faults.malformed } },
  reasons: { count: faults.tooManyNamed },
} as const;

/** Name: 1 to 60 characters (L35317, L35690). */
export const clusterName = {
  min: 1,
  max: 60,
  empty: 'kept',
  reasons: { empty: faults.nameMissing, length: faults.nameTooLong },
} as const;

/** Remark: up to 256 characters (L35695). */
export const remark = { max: 256, reasons: { length: faults.descriptionMalformed } } as const;

/** HpcClusterType; there are no dedicated clusters (CDC) that one could be in. */
export const kinds = bothWays({
  standard: 'STANDARD',
  customers: 'CHC',
} as const satisfies Readonly<Record<HpcCluster['kind'], string>>);

/** The same with those of dedicated clusters. */
export const kindNames = ['STANDARD', 'CHC', 'CDC'] as const;

/** Sample data: the mode of the network in the page's own examples (L36728). */
const NET_MODE = 30;

/** A cluster as both actions that show one do. */
export function shownCluster({ cluster, ...shown }: ClusterShown, tags: readonly Tag[]) {
  return {
    HpcClusterId: cluster.key,
    Name: cluster.name,
    Remark: cluster.description,
    CvmQuotaTotal: shown.membersMax,
    Zone: cluster.zone ?? '',
    CurrentNum: shown.instances.length,
    CreateTime: cluster.createdAt,
    InstanceIds: shown.instances,
    HpcClusterType: kinds.words[cluster.kind],
    HpcClusterBusinessId: '',
    HpcClusterNetMode: NET_MODE,
    Tags: shownTags(tags),
  };
}
