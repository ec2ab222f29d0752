import { listingFaults } from '#resources/listing/faults.ts';
import { networkInterfaceFaults } from '#resources/network-interface/faults.ts';
import { ipv6Text } from '#resources/network-interface/ipv6.ts';
import { omitted } from '#wire/overlay.ts';
import { interfaceDescription } from './interface-input.ts';

const shownOnly = omitted('an answer alone tells it');

/** Ipv6Addresses: ten at most. */
export const ipv6Given = {
  max: 10,
  reasons: { count: listingFaults.tooManyIds },
  item: {
    fields: {
      Description: interfaceDescription,
      AddressId: shownOnly,
      AddressType: shownOnly,
      IsWanIpBlocked: shownOnly,
      Primary: shownOnly,
      PublicIpAddress: shownOnly,
      State: shownOnly,
    },
  },
} as const;

interface Ipv6Given {
  readonly Address?: string | undefined;
  readonly Description?: string | undefined;
}

/** Addresses in their shortest form. @throws Fault where one is none, or given twice */
export function readIpv6(given: readonly Ipv6Given[] = []) {
  const seen = new Set<string>();
  return given.map(({ Address, Description: note = null }) => {
    if (Address === undefined || Address === '') throw networkInterfaceFaults.addressMissing();
    const address = ipv6Text(Address);
    if (seen.has(address)) throw networkInterfaceFaults.addressTwice();
    seen.add(address);
    return { address, note };
  });
}
