// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-createnatgateway
import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { createNatGateway as create } from '#resources/nat-gateway/verbs/create-nat-gateway.ts';
import { leadOut } from '#resources/nat-gateway/verbs/lead-out.ts';
import { action } from '../../../context.ts';
import { checkedTags, givenTags } from '../../given-tags.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/create-nat-gateway.ts';
import { description } from '../parameters.ts';
import { givenName, ipOf, sizeNamed, sizes } from './nat-gateway-shapes.ts';

const kind = { reasons: { value: natGatewayFaults.kindUnknown } } as const;

/** It is there at once, and the main route table leads everything to it that goes nowhere else. */
export const createNatGateway = action.write({
  model,
  input: {
    Name: givenName,
    Description: description(natGatewayFaults.descriptionMalformed),
    NatType: { default: 'Enhanced', values: ['Enhanced'], ...kind },
    // No gateway here translates between networks, or has a private link.
    NetworkType: { default: 'internet', values: ['internet'] },
    AccessMode: { fields: { ModeValue: { values: [] }, TunnelType: { values: [] } } },
    AvailabilityMode: silent,
    EipBindMode: { default: 'MULTI_BINDED', values: ['MULTI_BINDED', 'NAT'] },
    IcmpReplyEnabled: { default: true },
    InstanceChargeType: { default: 'PostPaid', values: ['PostPaid'] },
    InternetChargeType: { values: ['PayByLcu', 'PayBySpec'] },
    Spec: { values: sizes, reasons: { value: natGatewayFaults.sizeUnknown } },
    // These were for what is paid in advance, which is sold no more.
    AutoPay: silent,
    Duration: silent,
    PricingCycle: silent,
    SecurityProtectionEnabled: silent,
    NatIp: { max: 64 },
    Tag: givenTags,
    ClientToken: clientToken,
  },
  // The model lets it be absent; the page says that a gateway needs one.
  rules: [{ rule: 'one-of', fields: ['VSwitchId'] }],
  handle: async (context, input) => {
    const { PrivateLinkEnabled: isLinked, Ipv4Prefix: prefix } = input;
    if (isLinked === true || prefix !== undefined) throw natGatewayFaults.notOffered();
    const { NatIp: address, Spec: size, InternetChargeType: paid } = input;
    const bySize = paid === 'PayBySpec' || (paid === undefined && size !== undefined);
    const gateway = await create(context, {
      vpc: input.VpcId,
      region: context.region,
      subnet: input.VSwitchId,
      privateAddress: address === undefined ? undefined : ipOf(address),
      name: input.Name ?? null,
      description: input.Description ?? '',
      outMbps: 5000,
      connectionsMax: 2_000_000,
      isStandard: true,
      isProtected: false,
      details: {
        answersEcho: input.IcmpReplyEnabled,
        bindsSingly: input.EipBindMode === 'NAT',
        size: bySize ? sizeNamed(size ?? 'Small') : null,
      },
      tags: checkedTags(input.Tag),
    });
    await leadOut(context, gateway);
    const { key } = gateway;
    return { NatGatewayId: key, ForwardTableIds: [key], FullNatTableIds: [], SnatTableIds: [key] };
  },
});
