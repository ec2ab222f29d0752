// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createhpccluster
import { action } from '#apis/context.ts';
import { createHpcCluster as create } from '#resources/hpc-cluster/verbs/clusters.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/create-hpc-cluster.ts';
import { clusterDescription, clusterName } from './cluster-fields.ts';

/** Makes a cluster, which its first instance binds to a zone. */
export const createHpcCluster = action.write({
  model,
  input: { Name: clusterName, Description: clusterDescription, ClientToken: clientToken },
  handle: async (context, { Name: name, Description: description = '' }) => {
    const { region } = context;
    const asked = { region, zone: null, kind: 'standard', name, description, tags: [] } as const;
    const { cluster } = await create(context, asked);
    return { HpcClusterId: cluster.key };
  },
});
