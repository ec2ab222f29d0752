// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ReleaseIp6AddressesBandwidth.
import { closeIpv6 } from '#resources/ipv6-bandwidth/verbs/ipv6-bandwidths.ts';
import { networkTask } from '#resources/task/network-tasks.ts';
import { action } from '../../../context.ts';
import * as model from '../models/release-ip6-addresses-bandwidth.ts';
import { ipv6Named, namedOf } from './ipv6-inputs.ts';

/** Takes IPv6 addresses from the internet; their interfaces keep them. */
export const releaseIp6AddressesBandwidth = action.write({
  model,
  input: ipv6Named,
  handle: async (context, input) => {
    const { region } = context;
    await closeIpv6(context, { region, ...namedOf(input) });
    return { TaskId: String(await networkTask(context, region)) };
  },
});
