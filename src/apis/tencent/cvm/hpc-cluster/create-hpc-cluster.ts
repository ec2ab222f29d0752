// https://cloud.tencent.com/document/api/213/83222 (seed 004 L34906)
import { action } from '#apis/context.ts';
import { isClosed } from '#resources/instance/stock.ts';
import { hpcClusterFaults as faults } from '#resources/hpc-cluster/faults.ts';
import { createHpcCluster as create } from '#resources/hpc-cluster/verbs/clusters.ts';
import { zoneFaults } from '#resources/zone/faults.ts';
import * as model from '../models/create-hpc-cluster.ts';
import { requireZone } from '../../structs/region/zones.ts';
import { specifiedTags, tagSpecification } from '../../structs/tag/tags.ts';
import { clusterName, kindNames, kinds, remark, shownCluster } from './cluster-fields.ts';

/** Makes a cluster in a zone, which types of that kind are launched into. */
export const createHpcCluster = action.write({
  model,
  input: {
    Zone: { reasons: { malformed: zoneFaults.notInRegion } },
    Name: clusterName,
    Remark: { ...remark, default: '' },
    HpcClusterType: {
      values: kindNames,
      default: 'STANDARD',
      reasons: { value: faults.kindUnknown },
    },
    HpcClusterBusinessId: { empty: 'absent' },
    TagSpecification: tagSpecification('hpc'),
  },
  handle: async (context, input) => {
    const { region } = context;
    const { Zone: zone, Name: name, Remark: description, HpcClusterType: type } = input;
    requireZone(zone, region);
    if (type === 'CDC' || input.HpcClusterBusinessId !== undefined) {
      throw faults.kindUnknown({ message: 'There is no such dedicated cluster.' });
    }
    if (isClosed(context, 'tencent', zone)) throw faults.zoneNotSold({ zone });
    const tags = specifiedTags(input.TagSpecification);
    const kind = kinds.neutral(type);
    const shown = await create(context, { region, zone, kind, name, description, tags });
    return { HpcClusterSet: [shownCluster(shown, tags)] };
  },
});
