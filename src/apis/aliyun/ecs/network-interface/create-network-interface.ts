// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createnetworkinterface
import { action } from '#apis/context.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { requireInterface } from '#resources/network-interface/require.ts';
import { createInterface } from '#resources/network-interface/verbs/create-interface.ts';
import { withLinks } from '#resources/network-interface/verbs/list-interfaces.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken, silent } from '../../parameters.ts';
import { groupForNew } from '../../resource-group.ts';
import * as model from '../models/create-network-interface.ts';
import {
  addressesAsked,
  addressesMax,
  groupsMax,
  ipv6Asked,
  ipv6Max,
  interfaceFields,
  ownOf,
  requireTexts,
  trafficFields,
} from './interface-fields.ts';
import { shownInterfaces } from './network-interface-shapes.ts';

/** Creates a secondary interface, which is attached to no instance. */
export const createNetworkInterface = action.write({
  model,
  input: {
    ...interfaceFields,
    NetworkInterfaceTrafficConfig: { fields: trafficFields },
    InstanceType: { values: ['Secondary', 'Trunk'] },
    NetworkInterfaceTrafficMode: { values: ['Standard', 'HighPerformance'] },
    PrivateIpAddress: { max: 10 },
    SecondaryPrivateIpAddressCount: { min: 1, max: addressesMax - 1 },
    SecurityGroupIds: {
      max: groupsMax,
      reasons: { count: networkInterfaceFaults.tooManyGroups },
    },
    Ipv4Prefix: { max: 10 },
    Ipv6Address: { max: ipv6Max },
    Ipv6AddressCount: { min: 1, max: ipv6Max },
    Ipv6Prefix: { max: 10 },
    DeleteOnRelease: { default: true },
    QueuePairNumber: silent,
    BusinessType: silent,
    Visible: silent,
    Tag: givenTags,
    ClientToken: clientToken,
  },
  rules: [
    { rule: 'exclusive', fields: ['SecurityGroupId', 'SecurityGroupIds'] },
    { rule: 'one-of', fields: ['SecurityGroupId', 'SecurityGroupIds'] },
    { rule: 'exclusive', fields: ['Ipv6Address', 'Ipv6AddressCount'] },
    { rule: 'exclusive', fields: ['PrivateIpAddress', 'SecondaryPrivateIpAddressCount'] },
  ],
  handle: async (context, asked) => {
    const { region } = context;
    const { VSwitchId: subnet, PrimaryIpAddress, SecurityGroupId, SecurityGroupIds = [] } = asked;
    requireTexts(asked.NetworkInterfaceName, asked.Description);
    refuseKinds(asked);
    const first = PrimaryIpAddress === undefined ? [] : [PrimaryIpAddress];
    const named = addressesAsked([...first, ...(asked.PrivateIpAddress ?? [])]);
    const key = await createInterface(context, {
      region,
      subnet,
      name: asked.NetworkInterfaceName ?? null,
      description: asked.Description ?? null,
      groups: SecurityGroupId === undefined ? [...new Set(SecurityGroupIds)] : [SecurityGroupId],
      primary: PrimaryIpAddress === undefined ? undefined : named[0],
      addresses: named.slice(first.length),
      count: asked.SecondaryPrivateIpAddressCount ?? 0,
      addressesMax,
      ipv6: {
        addresses: ipv6Asked(asked.Ipv6Address),
        count: asked.Ipv6AddressCount ?? 0,
        ipv6Max,
      },
      tags: checkedTags(asked.Tag),
      resourceGroup: await groupForNew(context, asked.ResourceGroupId),
      deleteWithInstance: asked.DeleteOnRelease,
      own: { ...ownOf(asked) },
    });
    const made = await withLinks(context, [await requireInterface(context, key, region)]);
    const [shown] = await shownInterfaces(context, made);
    if (shown === undefined) throw new Error('An interface that was made is not shown.');
    return shown;
  },
});

interface KindsAsked {
  readonly InstanceType?: string | undefined;
  readonly NetworkInterfaceTrafficMode?: string | undefined;
  readonly Ipv4Prefix?: readonly unknown[] | undefined;
  readonly Ipv4PrefixCount?: number | undefined;
  readonly Ipv6Prefix?: readonly unknown[] | undefined;
  readonly Ipv6PrefixCount?: number | undefined;
}

/** Trunks, direct access to memory and blocks of addresses are not had here. */
function refuseKinds(asked: KindsAsked): void {
  const others = [
    asked.InstanceType === 'Trunk',
    asked.NetworkInterfaceTrafficMode === 'HighPerformance',
    (asked.Ipv4Prefix?.length ?? 0) > 0,
    (asked.Ipv6Prefix?.length ?? 0) > 0,
    asked.Ipv4PrefixCount !== undefined,
    asked.Ipv6PrefixCount !== undefined,
  ];
  if (others.includes(true)) throw networkInterfaceFaults.kindNotHere();
}
