// https://cloud.tencent.com/document/api/215 and models/tencent/vpc.json
// DisassociateNetworkInterfaceSecurityGroups.
import { leaveInterfaces } from '#resources/network-interface/verbs/change-interface.ts';
import { action } from '../../../context.ts';
import * as model from '../models/disassociate-network-interface-security-groups.ts';
import { groupsMeant, interfacesMeant } from './interface-input.ts';

export const disassociateNetworkInterfaceSecurityGroups = action.write({
  model,
  input: { NetworkInterfaceIds: interfacesMeant, SecurityGroupIds: groupsMeant },
  handle: (context, { NetworkInterfaceIds: interfaces, SecurityGroupIds: groups }) =>
    leaveInterfaces(context, { interfaces, groups, region: context.region }),
});
