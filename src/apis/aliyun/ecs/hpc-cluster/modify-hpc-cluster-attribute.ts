// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyhpcclusterattribute
import { action } from '#apis/context.ts';
import { hpcClusterFaults as faults } from '#resources/hpc-cluster/faults.ts';
import { modifyHpcCluster } from '#resources/hpc-cluster/verbs/clusters.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/modify-hpc-cluster-attribute.ts';
import { clusterDescription, clusterName } from './cluster-fields.ts';

/** Names a cluster anew, or describes it: one of both. */
export const modifyHpcClusterAttribute = action.write({
  model,
  input: { Name: clusterName, Description: clusterDescription, ClientToken: clientToken },
  rules: [{ rule: 'one-of', fields: ['Name', 'Description'], reason: faults.nothingToModify }],
  handle: (context, { HpcClusterId: cluster, Name: name, Description: description }) =>
    modifyHpcCluster(context, { cluster, region: context.region, name, description }),
});
