// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifydedicatedhostclusterattribute
import { action } from '#apis/context.ts';
import { changeCluster } from '#resources/dedicated-host-cluster/verbs/clusters.ts';
import * as model from '../models/modify-dedicated-host-cluster-attribute.ts';
import { clusterFields } from './cluster-fields.ts';

/** Changes what is given of a cluster. */
export const modifyDedicatedHostClusterAttribute = action.write({
  model,
  input: clusterFields,
  handle: (context, input) =>
    changeCluster(context, {
      cluster: input.DedicatedHostClusterId,
      region: context.region,
      name: input.DedicatedHostClusterName,
      description: input.Description,
    }),
});
