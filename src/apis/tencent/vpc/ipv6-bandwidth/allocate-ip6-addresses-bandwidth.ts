// https://cloud.tencent.com/document/product/215/40090 and models/tencent/vpc.json
// AllocateIp6AddressesBandwidth.
import { ipv6BandwidthFaults } from '#resources/ipv6-bandwidth/faults.ts';
import { openIpv6 } from '#resources/ipv6-bandwidth/verbs/ipv6-bandwidths.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { id, list } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import * as model from '../models/allocate-ip6-addresses-bandwidth.ts';
import { ipv6Mbps, ipv6Texts, shortest } from './ipv6-inputs.ts';

/** Lets IPv6 addresses reach the internet, which is paid by the traffic. */
export const allocateIp6AddressesBandwidth = action.write({
  model,
  input: {
    Ip6Addresses: ipv6Texts,
    InternetMaxBandwidthOut: { ...ipv6Mbps, default: 1 },
    InternetChargeType: {
      values: ['TRAFFIC_POSTPAID_BY_HOUR', 'BANDWIDTH_PACKAGE'],
      default: 'TRAFFIC_POSTPAID_BY_HOUR',
      empty: 'absent',
      reasons: { value: ipv6BandwidthFaults.chargeNotHere },
    },
    BandwidthPackageId: { empty: 'absent' },
    Tags: tagsGiven,
  },
  output: { AddressSet: list(id('ipv6-bandwidth')) },
  handle: async (context, input) => {
    const { region } = context;
    const { Ip6Addresses: texts, InternetMaxBandwidthOut: outMbps, InternetChargeType } = input;
    const isPackage = InternetChargeType === 'BANDWIDTH_PACKAGE';
    if (isPackage || input.BandwidthPackageId !== undefined) {
      throw ipv6BandwidthFaults.packageNotHere();
    }
    const addresses = texts.map(shortest);
    const tags = checkedTags(input.Tags);
    const keys = await openIpv6(context, { region, addresses, outMbps, tags });
    return { AddressSet: keys, TaskId: String(await networkTask(context, region)) };
  },
});
