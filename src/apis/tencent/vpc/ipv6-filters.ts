import type { Ipv6Filter } from '#resources/subnet/ipv6-narrowings.ts';
import { formatIpv6Block, parseIpv6Block } from '#resources/subnet/ipv6.ts';
import { asks, type Filter } from '../structs/filters.ts';
import { addressKinds, isAddressType } from './vpc/address-types.ts';

/** Every block here is of several providers (BGP); those of one are of no network. */
const provider: Filter<Pick<Ipv6Filter, 'hasIpv6'> & { readonly keys?: readonly string[] }> = {
  narrow: (values) => (values.includes('BGP') ? { hasIpv6: true } : { keys: [] }),
};

/** The filters of VPCs and subnets by their IPv6 blocks. */
export const ipv6Filters = {
  'ipv6-cidr-block': asks('ipv6Blocks', (text) => {
    const block = parseIpv6Block(text);
    return block && formatIpv6Block(block);
  }),
  'isp-type': provider,
  'address-type': asks('ipv6Kinds', (type) =>
    isAddressType(type) ? addressKinds[type] : undefined,
  ),
} as const;
