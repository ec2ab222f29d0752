// https://cloud.tencent.com/document/api/213/83221 (seed 004 L35112)
import { action } from '#apis/context.ts';
import { deleteHpcClusters as deleteClusters } from '#resources/hpc-cluster/verbs/clusters.ts';
import * as model from '../models/delete-hpc-clusters.ts';
import { clusterIds } from './cluster-fields.ts';

/** Deletes clusters without instances, all or none. */
export const deleteHpcClusters = action.write({
  model,
  input: { HpcClusterIds: { ...clusterIds, required: true } },
  handle: (context, { HpcClusterIds: clusters }) =>
    deleteClusters(context, { clusters, region: context.region }),
});
