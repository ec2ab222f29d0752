// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ModifyIp6AddressesBandwidth.
import { changeIpv6Bandwidth } from '#resources/ipv6-bandwidth/verbs/ipv6-bandwidths.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/modify-ip6-addresses-bandwidth.ts';
import { ipv6Mbps, ipv6Named, namedOf } from './ipv6-inputs.ts';

/** Changes the bandwidth of IPv6 addresses, all of them or none. */
export const modifyIp6AddressesBandwidth = action.write({
  model,
  input: { ...ipv6Named, InternetMaxBandwidthOut: ipv6Mbps },
  handle: async (context, input) => {
    const { region } = context;
    const outMbps = input.InternetMaxBandwidthOut;
    await changeIpv6Bandwidth(context, { region, ...namedOf(input), outMbps });
    return { TaskId: String(await networkTask(context, region)) };
  },
});
