import type { Reason } from '#kernel/fault.ts';
import type { Key } from '#kernel/key.ts';
import type { ListedSnatRule } from '#resources/nat-gateway/verbs/list-rules.ts';
import { formatAddress } from '#resources/subnet/cidr.ts';
import { string } from '#wire/builders.ts';
import { ipOf } from '../nat-gateway/nat-gateway-shapes.ts';

/** The key of a gateway is that of its tables too. */
export function gatewayOf(table: Key<'snat-table'> | Key<'dnat-table'>): Key<'nat-gateway'> {
  const key: string = table;
  return key;
}

/** A name of an entry: 2 to 128 characters, of which the first is a letter. */
export function entryName(reason: Reason) {
  return string({
    pattern: /^(?!https?:\/\/)[A-Za-z\u4e00-\u9fff][^]{1,127}$/,
    max: 128,
    reasons: reason,
  });
}

/** Addresses with commas between them. */
export const snatIps = { max: 1024 } as const;

/** What leaves through an interface does so in a gateway between networks alone, which none is. */
export const noInterface = string({ values: [] });

/** The numbers of addresses with commas between them. @throws nat-gateway.addressMalformed */
export function ipsOf(text: string): readonly number[] {
  return text.split(',').map((one) => ipOf(one.trim()));
}

/** An entry in the vendor's words. */
export function shownSnatEntry({ source, ...rule }: ListedSnatRule) {
  return {
    EipAffinity: rule.sticky ? '1' : '0',
    NatGatewayId: rule.gateway,
    NetworkInterfaceId: '',
    SnatEntryId: rule.key,
    SnatEntryName: rule.name ?? '',
    SnatIp: rule.publicAddresses.map(formatAddress).join(','),
    SnatTableId: rule.gateway,
    SourceCIDR: source.cidr,
    SourceVSwitchId: source.kind === 'subnet' ? source.key : '',
    Status: 'Available',
  };
}
