// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletehpccluster
import { action } from '#apis/context.ts';
import { deleteHpcClusters } from '#resources/hpc-cluster/verbs/clusters.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/delete-hpc-cluster.ts';

/** Deletes a cluster without instances. */
export const deleteHpcCluster = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { HpcClusterId: cluster }) =>
    deleteHpcClusters(context, { clusters: [cluster], region: context.region }),
});
