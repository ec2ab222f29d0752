import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import type { AddressTarget } from '#resources/elastic-address/target.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';

interface TargetAsked {
  readonly InstanceId?: string | undefined;
  readonly NetworkInterfaceId?: string | undefined;
  readonly PrivateIpAddress?: string | undefined;
}

/** An instance, or an interface with one of its private addresses (seed 004 L48582-48589). */
export function targetOf(asked: TargetAsked): AddressTarget {
  const { InstanceId: instance, NetworkInterfaceId: key, PrivateIpAddress: text } = asked;
  if (instance !== undefined && (key !== undefined || text !== undefined)) {
    throw elasticAddressFaults.targetTwice();
  }
  if (instance !== undefined) return { instance };
  if (key === undefined && text === undefined) throw elasticAddressFaults.noTarget();
  if (key === undefined || text === undefined) throw elasticAddressFaults.targetIncomplete();
  const privateAddress = parseAddress(text);
  if (privateAddress === undefined) throw elasticAddressFaults.noSuchPrivateAddress();
  return { interface: key, privateAddress };
}
