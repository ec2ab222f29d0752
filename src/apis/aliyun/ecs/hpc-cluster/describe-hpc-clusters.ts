// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describehpcclusters
import { action } from '#apis/context.ts';
import { hpcClusterFaults as faults } from '#resources/hpc-cluster/faults.ts';
import { listHpcClusters } from '#resources/hpc-cluster/verbs/clusters.ts';
import { id, list } from '#wire/builders.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/describe-hpc-clusters.ts';

/** Clusters of the region, newest first. */
export const describeHpcClusters = action.read({
  model,
  input: {
    HpcClusterIds: list(id('hpc-cluster'), {
      style: 'json',
      max: 100,
      reasons: {
        count: faults.tooManyNamed,
        type: faults.idsMalformed,
        malformed: faults.idsMalformed,
      },
    }),
    ClientToken: { ...clientToken, deprecated: true },
    ...numbered(100),
  },
  handle: async (context, input) => {
    const { HpcClusterIds: keys } = input;
    const { total, items } = await listHpcClusters(context, {
      region: context.region,
      filter: { keys: keys?.length === 0 ? undefined : keys },
      page: offsetAndLimit(input),
    });
    return {
      TotalCount: total,
      PageNumber: input.PageNumber,
      PageSize: input.PageSize,
      HpcClusters: items.map(({ cluster: { key, name, description } }) => {
        return { HpcClusterId: key, Name: name, Description: description };
      }),
    };
  },
});
