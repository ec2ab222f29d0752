// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancevpcattribute
import { action } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { readdressInstances } from '#resources/instance/verbs/readdress.ts';
import { mainTableOf } from '#resources/route-table/main-table.ts';
import { routeFaults } from '#resources/route-table/route-faults.ts';
import { isNextHop } from '#resources/route-table/usage.ts';
import type { ReadScope } from '#resources/scope.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { getSubnet } from '#resources/subnet/verbs/get-subnet.ts';
import * as model from '../models/modify-instance-vpc-attribute.ts';
import { groupsMax } from '../network-interface/interface-fields.ts';
import { unexpiredInstance } from './named-instance.ts';

/** Gives a stopped instance another address, VSwitch or VPC; it is started before the next time. */
export const modifyInstanceVpcAttribute = action.write({
  model,
  region: 'none',
  input: {
    PrivateIpAddress: { max: 64 },
    SecurityGroupId: { max: groupsMax, reasons: { count: instanceFaults.tooManyGroups } },
  },
  handle: async (context, input) => {
    const { InstanceId, VSwitchId: subnet, VpcId: vpc, PrivateIpAddress: text } = input;
    const address = text === undefined ? undefined : parseAddress(text);
    if (text !== undefined && address === undefined) throw launchFaults.addressMalformed();
    const instance = await unexpiredInstance(context, InstanceId);
    const { key, region, operation, operationState, state } = instance;
    // What is done to it afterwards would be the last operation, above all its start.
    if (state === 'stopped' && operation === 'change-network' && operationState === 'success') {
      throw instanceFaults.readdressedSince({ instance: key });
    }
    if (vpc !== undefined && vpc !== instance.vpc) await requireLoose(context, instance);
    await readdressInstances(context, {
      keys: [key],
      region,
      subnet,
      vpc,
      addresses: address === undefined ? [] : [address],
      groups: input.SecurityGroupId,
      running: 'refuse',
      keepsHostName: true,
      acrossVpcs: vpc !== undefined,
    });
  },
});

/** @throws Fault where routes hold an instance in its VPC */
async function requireLoose(
  context: ReadScope,
  { key, region, subnet, vpc }: Instance,
): Promise<void> {
  if (await isNextHop(context.db, [key])) throw routeFaults.leadsTo({ instance: key });
  const { routeTable } = await getSubnet(context, { subnet, region });
  if (routeTable !== mainTableOf(vpc)) throw instanceFaults.hasRouteTable({ instance: key });
}
