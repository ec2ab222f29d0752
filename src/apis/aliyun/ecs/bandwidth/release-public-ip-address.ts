// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-releasepublicipaddress
import { action } from '#apis/context.ts';
import { bandwidthFaults } from '#resources/bandwidth/faults.ts';
import { addressesByNumbers } from '#resources/elastic-address/require.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { id } from '#wire/builders.ts';
import { namedInstance } from '../instance/named-instance.ts';
import * as model from '../models/release-public-ip-address.ts';

/** Refuses, since the page keeps it to the classic network and every instance is in a VPC here. */
export const releasePublicIpAddress = action.write({
  model,
  region: 'optional',
  input: { InstanceId: id('instance'), PublicIpAddress: { max: 64, required: true } },
  handle: async (context, { InstanceId, PublicIpAddress: text }) => {
    const address = parseAddress(text);
    const numbers = address === undefined ? [] : [address];
    const [found] = await addressesByNumbers(context, numbers);
    const { kind, holder } = found ?? {};
    const isTheirs = InstanceId === undefined || holder?.key === InstanceId;
    if (kind !== 'ordinary' || holder?.kind !== 'instance' || !isTheirs) {
      throw bandwidthFaults.addressNotFound();
    }
    const { key } = await namedInstance(context, holder.key);
    throw bandwidthFaults.notReleased({ instance: key });
  },
});
