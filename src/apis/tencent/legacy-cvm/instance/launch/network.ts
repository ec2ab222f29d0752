import { launchFaults } from '#resources/instance/launch-faults.ts';
import type { InternetAccess } from '#resources/instance/instance.ts';
import type { LaunchNetwork } from '#resources/instance/launch-request.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';

interface NetworkAsked {
  readonly vpcId: string | undefined;
  readonly subnetId: string | undefined;
  readonly privateIpAddresses: readonly string[] | undefined;
  readonly goodsNum: number;
}

/**
 * Where the instances are put. What the pages call the basic network (seed 004 L52735) is the
 * default one of the zone here. @throws Fault
 */
export function networkOf(asked: NetworkAsked): LaunchNetwork {
  const { vpcId, subnetId, privateIpAddresses: texts = [], goodsNum } = asked;
  if ((vpcId === undefined) !== (subnetId === undefined)) {
    throw launchFaults.networkIncomplete({
      message: 'vpcId and subnetId are given together or not at all.',
    });
  }
  const addresses = texts.map((text) => {
    const address = parseAddress(text);
    if (address !== undefined) return address;
    const message = `\`${text.slice(0, 64)}\` is no IPv4 address.`;
    throw launchFaults.addressMalformed({ message });
  });
  if (addresses.length > 0 && goodsNum > 1) {
    throw launchFaults.addressesMiscounted({
      message: 'privateIpAddresses are for one instance alone.',
    });
  }
  return { vpc: vpcId ?? null, subnet: subnetId ?? null, addresses };
}

/** The public address of a launch (L52730-52733): there is one where there is bandwidth. */
export function internetOf(
  asked: { readonly bandwidth: number; readonly wanIp: number | undefined },
  chargeType: InternetAccess['chargeType'],
): { readonly internet: InternetAccess; readonly publicAddress: boolean } {
  const { bandwidth: outMbps, wanIp = 1 } = asked;
  const internet = { chargeType, outMbps, inMbps: outMbps, package: null };
  return { internet, publicAddress: outMbps > 0 && wanIp === 1 };
}
