// https://cloud.tencent.com/document/api/213/83220 (seed 004 L35275)
import { action } from '#apis/context.ts';
import { hpcClusterFaults as faults } from '#resources/hpc-cluster/faults.ts';
import { listHpcClusters } from '#resources/hpc-cluster/verbs/clusters.ts';
import { seenZones } from '#resources/region/seen-zones.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import * as model from '../models/describe-hpc-clusters.ts';
import { keysNamed, pageFields, pageOf, taggedFilters } from '../../structs/listing.ts';
import { requireZone } from '../../structs/region/zones.ts';
import { clusterIds, kindNames, kinds, shownCluster } from './cluster-fields.ts';

const filters = taggedFilters({});

/** Clusters that are in a zone, newest first; ids are no more than Limit (L35300). */
export const describeHpcClusters = action.read({
  model,
  input: {
    HpcClusterIds: clusterIds,
    Name: { max: 60, reasons: { length: faults.nameTooLong } },
    Zone: { reasons: { malformed: zoneFaults.notInRegion } },
    HpcClusterType: { values: kindNames, reasons: { value: faults.kindUnknown } },
    HpcClusterBusinessId: { empty: 'absent' },
    InstanceType: { empty: 'absent' },
    Filters: filters.shape,
    ...pageFields,
  },
  handle: async (context, input) => {
    const { region } = context;
    const { HpcClusterIds: ids, Zone: zone, Name: name, HpcClusterType: type } = input;
    if (zone !== undefined) requireZone(zone, region);
    if ((ids?.length ?? 0) > input.Limit) throw faults.tooManyNamed();
    const inDedicated = type === 'CDC' || input.HpcClusterBusinessId !== undefined;
    const { total, items } = await listHpcClusters(context, {
      region,
      filter: {
        ...filters.read(input.Filters, region),
        keys: inDedicated ? [] : keysNamed(ids),
        names: name === undefined ? undefined : [name],
        zones: zone === undefined ? seenZones(context, region) : [zone],
        kinds: type === undefined || type === 'CDC' ? undefined : [kinds.neutral(type)],
        types: input.InstanceType === undefined ? undefined : [input.InstanceType],
      },
      page: pageOf(input),
    });
    const keys = items.map(({ cluster }) => cluster.key);
    const tags = await tagsOf(context.db, 'hpc-cluster', keys);
    return {
      TotalCount: total,
      HpcClusterSet: items.map((one) => shownCluster(one, tags.get(one.cluster.key) ?? [])),
    };
  },
});
