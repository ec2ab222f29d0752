// https://cloud.tencent.com/document/api/215/15818 and models/tencent/vpc.json
// CreateNetworkInterface.
import { createInterface } from '#resources/network-interface/verbs/create-interface.ts';
import { requireInterface } from '#resources/network-interface/require.ts';
import { withLinks } from '#resources/network-interface/verbs/list-interfaces.ts';
import type { WriteContext } from '../../../context.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/create-network-interface.ts';
import {
  addressCount,
  addressesGiven,
  addressesMax,
  clientToken,
  groupsNamed,
  interfaceDescription,
  interfaceName,
  qualityAsked,
  qualityOf,
  readAddresses,
  requireNameFits,
  requirePlainKind,
  trunkingFlag,
} from './interface-input.ts';
import { interfaceOverlay, shownInterface } from './network-interface-shapes.ts';

/** What CreateAndAttachNetworkInterface has as well. */
export const newInterfaceInput = {
  VpcId: { ...vpcId('vpc'), required: true },
  SubnetId: { ...vpcId('subnet'), required: true },
  NetworkInterfaceName: { ...interfaceName, required: true },
  NetworkInterfaceDescription: interfaceDescription,
  SecondaryPrivateIpAddressCount: addressCount,
  QosLevel: qualityAsked,
  SecurityGroupIds: groupsNamed,
  PrivateIpAddresses: addressesGiven,
  Tags: tagsGiven,
  ClientToken: clientToken,
} as const;

export const createNetworkInterface = action.write({
  model,
  input: { ...newInterfaceInput, TrunkingFlag: trunkingFlag },
  output: { NetworkInterface: interfaceOverlay },
  handle: async (context, input) => {
    requirePlainKind(input);
    const key = await newInterface(context, input);
    return { NetworkInterface: await shownByKey(context, key) };
  },
});

interface NewInterface {
  readonly VpcId: string;
  readonly SubnetId: string;
  readonly NetworkInterfaceName: string;
  readonly NetworkInterfaceDescription?: string | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
  readonly QosLevel?: Parameters<typeof qualityOf>[0];
  readonly SecurityGroupIds?: readonly string[] | undefined;
  readonly PrivateIpAddresses?: Parameters<typeof readAddresses>[0];
  readonly Tags?: Parameters<typeof checkedTags>[0];
}

/** Creates it; answers its key. */
export function newInterface(context: WriteContext, input: NewInterface): Promise<string> {
  requireNameFits(input.NetworkInterfaceName);
  return createInterface(context, {
    ...readAddresses(input.PrivateIpAddresses),
    region: context.region,
    vpc: input.VpcId,
    subnet: input.SubnetId,
    name: input.NetworkInterfaceName,
    description: input.NetworkInterfaceDescription,
    groups: [...new Set(input.SecurityGroupIds)],
    count: input.SecondaryPrivateIpAddressCount ?? 0,
    quality: qualityOf(input.QosLevel),
    addressesMax,
    tags: checkedTags(input.Tags),
  });
}

/** An interface as it is now. */
export async function shownByKey(context: WriteContext, key: string) {
  const one = await requireInterface(context, key, context.region);
  const [listed] = await withLinks(context, [one]);
  if (listed === undefined) throw new Error(`The interface ${key} is not there.`);
  return shownInterface(listed);
}
