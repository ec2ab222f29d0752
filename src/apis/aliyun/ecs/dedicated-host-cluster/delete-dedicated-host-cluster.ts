// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletededicatedhostcluster
import { action } from '#apis/context.ts';
import { removeCluster } from '#resources/dedicated-host-cluster/verbs/clusters.ts';
import * as model from '../models/delete-dedicated-host-cluster.ts';

/** Deletes a cluster that no host is in. */
export const deleteDedicatedHostCluster = action.write({
  model,
  handle: (context, { DedicatedHostClusterId: cluster }) =>
    removeCluster(context, { cluster, region: context.region }),
});
