import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { parseAddress } from '#resources/subnet/cidr.ts';
import { list, string } from '#wire/builders.ts';
import { vpcId } from '../listing.ts';

const ADDRESSES_MAX = 100;
const IP_CHARACTERS_MAX = 64;

/** NatGatewayId of an action on one. */
export const natGatewayId = { ...vpcId('nat-gateway'), required: true } as const;

/** A name: up to 60 characters. */
export const natGatewayName = {
  max: 60,
  reasons: { length: natGatewayFaults.nameTooLong, empty: natGatewayFaults.nameMalformed },
} as const;

/** Elastic addresses by what they are. */
export const publicIps = list(string({ max: IP_CHARACTERS_MAX }), {
  max: ADDRESSES_MAX,
  reasons: { count: natGatewayFaults.tooManyAddresses },
});

/** The bandwidth of an elastic address; the highest of accounts that pay by traffic is 100 Mbps. */
export const addressMbps = {
  min: 1,
  max: 100,
  reasons: { range: natGatewayFaults.bandwidthTooHigh },
} as const;

/** How many addresses are to be made with a gateway. */
export const addressCount = {
  min: 0,
  max: ADDRESSES_MAX,
  reasons: { range: natGatewayFaults.tooManyAddresses },
} as const;

/** The number of an address. @throws nat-gateway.addressMalformed */
export function ipOf(text: string): number {
  const address = parseAddress(text);
  if (address === undefined) throw natGatewayFaults.addressMalformed({ address: text });
  return address;
}

/** The addresses that a gateway is to have. @throws nat-gateway.addressMissing for none at all */
export function addressesWanted(asked: {
  readonly AddressCount?: number | undefined;
  readonly PublicIpAddresses?: readonly string[] | undefined;
  readonly PublicIpAddressesBandwidthOut?: number | undefined;
  readonly StockPublicIpAddressesBandwidthOut?: number | undefined;
}) {
  const { AddressCount: newCount = 0, PublicIpAddresses: texts = [] } = asked;
  if (newCount === 0 && texts.length === 0) throw natGatewayFaults.addressMissing();
  return {
    newCount,
    newOutMbps: asked.PublicIpAddressesBandwidthOut ?? addressMbps.max,
    present: texts.map(ipOf),
    presentOutMbps: asked.StockPublicIpAddressesBandwidthOut,
  };
}
