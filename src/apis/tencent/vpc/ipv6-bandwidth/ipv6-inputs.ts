import { ipv6BandwidthFaults } from '#resources/ipv6-bandwidth/faults.ts';
import { formatIpv6, parseIpv6 } from '#resources/subnet/ipv6.ts';
import { outMbpsMax } from '../../structs/elastic-address/words.ts';
import { vpcId } from '../listing.ts';

/** The pages name no bound: ours. */
const NAMED_MAX = 100;
const reasons = { count: ipv6BandwidthFaults.tooManyNamed } as const;

/** Ip6Addresses. */
export const ipv6Texts = { min: 1, max: NAMED_MAX, reasons } as const;

/** InternetMaxBandwidthOut, paid by traffic. */
export const ipv6Mbps = {
  min: 1,
  max: outMbpsMax.traffic,
  reasons: { range: ipv6BandwidthFaults.outOfRange },
} as const;

/** Whose bandwidth is meant, by the addresses or by the ids. */
export const ipv6Named = {
  Ip6Addresses: { max: NAMED_MAX, reasons },
  Ip6AddressIds: { max: NAMED_MAX, item: vpcId('ipv6-bandwidth'), reasons },
} as const;

/** Those of a request, which names them in one of the two ways. */
export function namedOf(asked: {
  readonly Ip6Addresses?: readonly string[] | undefined;
  readonly Ip6AddressIds?: readonly string[] | undefined;
}) {
  const { Ip6Addresses: texts = [], Ip6AddressIds: keys = [] } = asked;
  if (texts.length > 0 && keys.length > 0) throw ipv6BandwidthFaults.namedTwice();
  if (texts.length + keys.length === 0) throw ipv6BandwidthFaults.noneNamed();
  return { addresses: texts.map(shortest), keys };
}

/** The shortest text of an IPv6 address. @throws ipv6-bandwidth.addressMalformed */
export function shortest(text: string): string {
  const address = parseIpv6(text);
  if (address === undefined) throw ipv6BandwidthFaults.addressMalformed();
  return formatIpv6(address);
}
