// https://cloud.tencent.com/document/api/213/64986 (seed 004 L22655)
import { action } from '#apis/context.ts';
import { configureServers } from '#resources/hosted-server/verbs/networks.ts';
import * as model from '../models/configure-chc-deploy-vpc.ts';
import {
  bootAsked,
  bootOf,
  chcIdsMeant,
  chcNetwork,
  groupIdsAsked,
  networkWanted,
} from './chc-fields.ts';

/** Puts servers that have the network of their controllers into that of their deployment. */
export const configureChcDeployVpc = action.write({
  model,
  input: {
    ChcIds: chcIdsMeant,
    DeployVirtualPrivateCloud: { ...chcNetwork, required: true },
    DeploySecurityGroupIds: groupIdsAsked,
    ChcDeployExtraConfig: bootAsked,
  },
  handle: (context, { ChcIds: keys, DeployVirtualPrivateCloud: deploy, ...input }) =>
    configureServers(context, {
      region: context.region,
      keys,
      deployment: networkWanted(deploy, input.DeploySecurityGroupIds, new Set(keys).size),
      boot: bootOf(input.ChcDeployExtraConfig),
    }),
});
