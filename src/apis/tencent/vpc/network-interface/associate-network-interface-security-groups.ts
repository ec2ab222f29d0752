// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// AssociateNetworkInterfaceSecurityGroups.
import { joinInterfaces } from '#resources/network-interface/verbs/change-interface.ts';
import { action } from '../../../context.ts';
import * as model from '../models/associate-network-interface-security-groups.ts';
import { groupsMax, groupsMeant, interfacesMeant } from './interface-input.ts';

export const associateNetworkInterfaceSecurityGroups = action.write({
  model,
  input: { NetworkInterfaceIds: interfacesMeant, SecurityGroupIds: groupsMeant },
  handle: (context, { NetworkInterfaceIds: interfaces, SecurityGroupIds: groups }) =>
    joinInterfaces(context, { interfaces, groups, region: context.region, groupsMax }),
});
