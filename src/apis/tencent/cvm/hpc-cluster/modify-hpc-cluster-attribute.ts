// https://cloud.tencent.com/document/api/213/83219 (seed 004 L35626)
import { action } from '#apis/context.ts';
import { modifyHpcCluster } from '#resources/hpc-cluster/verbs/clusters.ts';
import * as model from '../models/modify-hpc-cluster-attribute.ts';
import { clusterId, clusterName, remark } from './cluster-fields.ts';

/** Names a cluster anew, or changes its remark. */
export const modifyHpcClusterAttribute = action.write({
  model,
  input: { HpcClusterId: { ...clusterId, required: true }, Name: clusterName, Remark: remark },
  handle: (context, { HpcClusterId: cluster, Name: name, Remark: description }) =>
    modifyHpcCluster(context, { cluster, region: context.region, name, description }),
});
