import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import type { AddressTarget } from '#resources/elastic-address/target.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { parseAliyunId, type AliyunIdKind } from '../../ids.ts';

/** InstanceType of what an address can be bound to here by this vendor's actions. */
export const targetTypes = ['EcsInstance', 'NetworkInterface', 'Nat', 'HaVip'] as const;

/** The key in an id; of nothing where it is the id of nothing of that kind. */
export function keyIn(kind: AliyunIdKind, text: string): string {
  const parsed = parseAliyunId(kind, text);
  return parsed === 'unknown' ? `?${text.slice(0, 64)}` : parsed.key;
}

interface TargetAsked {
  readonly InstanceType: (typeof targetTypes)[number];
  readonly InstanceId: string;
  readonly PrivateIpAddress?: string | undefined;
}

/** An instance, or an interface with one of its private addresses. */
export function targetOf({
  InstanceType,
  InstanceId,
  PrivateIpAddress,
}: TargetAsked): AddressTarget {
  const privateAddress =
    PrivateIpAddress === undefined ? undefined : parseAddress(PrivateIpAddress);
  if (PrivateIpAddress !== undefined && privateAddress === undefined) {
    throw elasticAddressFaults.noSuchPrivateAddress();
  }
  if (InstanceType === 'EcsInstance') {
    const instance = keyIn('instance', InstanceId);
    return privateAddress === undefined ? { instance } : { interface: instance, privateAddress };
  }
  if (InstanceType !== 'NetworkInterface') throw elasticAddressFaults.kindNotSold();
  return { interface: keyIn('network-interface', InstanceId), privateAddress };
}
