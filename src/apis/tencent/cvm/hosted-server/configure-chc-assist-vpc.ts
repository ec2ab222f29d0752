// https://cloud.tencent.com/document/api/213/64987 (seed 004 L22440)
import { action } from '#apis/context.ts';
import { configureServers } from '#resources/hosted-server/verbs/networks.ts';
import * as model from '../models/configure-chc-assist-vpc.ts';
import {
  bootAsked,
  bootOf,
  chcIdsMeant,
  chcNetwork,
  groupIdsAsked,
  networkWanted,
} from './chc-fields.ts';

/** Puts new servers into the network of their controllers, and into that of their deployment. */
export const configureChcAssistVpc = action.write({
  model,
  input: {
    ChcIds: chcIdsMeant,
    BmcVirtualPrivateCloud: { ...chcNetwork, required: true },
    BmcSecurityGroupIds: groupIdsAsked,
    DeployVirtualPrivateCloud: chcNetwork,
    DeploySecurityGroupIds: groupIdsAsked,
    ChcDeployExtraConfig: bootAsked,
  },
  handle: (context, { ChcIds: keys, ...input }) => {
    const { DeployVirtualPrivateCloud: deploy } = input;
    const count = new Set(keys).size;
    return configureServers(context, {
      region: context.region,
      keys,
      management: networkWanted(input.BmcVirtualPrivateCloud, input.BmcSecurityGroupIds, count),
      deployment:
        deploy === undefined
          ? undefined
          : networkWanted(deploy, input.DeploySecurityGroupIds, count),
      boot: bootOf(input.ChcDeployExtraConfig),
    });
  },
});
