import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { LaunchNetwork } from '#resources/instance/launch-request.ts';
import { addressesOf } from '../../../structs/instance/network.ts';

/**
 * Where the instances are put. What the pages call the basic network (seed 004 L52735) is the
 * default one of the zone here. @throws Fault
 */
export function networkOf(asked: {
  readonly vpcId: string | undefined;
  readonly subnetId: string | undefined;
  readonly privateIpAddresses: readonly string[] | undefined;
  readonly goodsNum: number;
}): LaunchNetwork {
  const { vpcId = null, subnetId = null, privateIpAddresses = [], goodsNum } = asked;
  if ((vpcId === null) !== (subnetId === null)) {
    throw launchFaults.networkIncomplete({
      message: 'vpcId and subnetId are given together or not at all.',
    });
  }
  return { vpc: vpcId, subnet: subnetId, addresses: addressesOf(privateIpAddresses, goodsNum) };
}
