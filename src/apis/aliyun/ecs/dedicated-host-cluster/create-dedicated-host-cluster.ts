// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-creatededicatedhostcluster
import { action } from '#apis/context.ts';
import { zonesOfVendor } from '#catalogue/places.ts';
import { dedicatedHostClusterFaults } from '#resources/dedicated-host-cluster/faults.ts';
import { addCluster } from '#resources/dedicated-host-cluster/verbs/clusters.ts';
import { id } from '#wire/builders.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-dedicated-host-cluster.ts';
import { clusterFields } from './cluster-fields.ts';

/** Makes a cluster in a zone. */
export const createDedicatedHostCluster = action.write({
  model,
  input: { ...clusterFields, Tag: givenTags },
  output: { DedicatedHostClusterId: id('dedicated-host-cluster') },
  handle: async (context, input) => {
    const { region } = context;
    const zones = zonesOfVendor('aliyun', region);
    const { ZoneId: zone } = input;
    if (!zones.includes(zone)) throw dedicatedHostClusterFaults.zoneNotFound();
    const { key } = await addCluster(context, {
      region,
      zone,
      name: input.DedicatedHostClusterName ?? null,
      description: input.Description ?? null,
      resourceGroup: await groupForNew(context, input.ResourceGroupId),
      tags: checkedTags(input.Tag),
    });
    return { DedicatedHostClusterId: key };
  },
});
