import type { ElasticAddress } from '../elastic-address/elastic-address.ts';
import { holdAddress } from '../elastic-address/hold.ts';
import { addressesByNumbers, addressesOf } from '../elastic-address/require.ts';
import { allocateAddresses } from '../elastic-address/verbs/allocate-addresses.ts';
import { setOutMbps } from '../elastic-address/verbs/change-bandwidth.ts';
import { limitOf } from '../quota/quota.ts';
import type { ReadScope, Scope } from '../scope.ts';
import { formatAddress } from '../subnet/cidr.ts';
import { verb } from '../verb.ts';
import { natGatewayFaults } from './faults.ts';
import type { NatGateway } from './nat-gateway.ts';

/** Public addresses that a NAT gateway is to have, new ones or those of the account. */
export interface AddressesWanted {
  /** Elastic addresses of the account that are free. */
  readonly present?: readonly number[] | undefined;
  readonly newCount?: number | undefined;
  /** The bandwidth of new ones, and of those that are there. */
  readonly newOutMbps: number;
  readonly presentOutMbps?: number | undefined;
}

/** Gives a held NAT gateway addresses of the account that are free, if it may have them all. */
export const givePresent = verb(
  [
    natGatewayFaults.addressNotFound,
    natGatewayFaults.addressTwice,
    natGatewayFaults.addressTaken,
    natGatewayFaults.tooManyAddresses,
    setOutMbps,
  ],
  async (
    scope: Scope,
    gateway: NatGateway,
    { present = [], newCount = 0, presentOutMbps }: Omit<AddressesWanted, 'newOutMbps'>,
  ): Promise<void> => {
    const { key, region } = gateway;
    const free = await freeAddresses(scope, region, present);
    const before = await publicAddressesOf(scope, gateway);
    const limit = await limitOf(scope, 'addressesPerNatGatewayMax');
    if (before.length + free.length + newCount > limit) {
      throw natGatewayFaults.tooManyAddresses({ limit });
    }
    for (const address of free) {
      const isChanged = presentOutMbps !== undefined;
      const its = isChanged ? await setOutMbps(scope.db, address, presentOutMbps) : address;
      await holdAddress(scope, its, { kind: 'nat-gateway', key });
    }
  },
);

/** Gives a held NAT gateway public addresses, all of them or none. */
export const giveAddresses = verb(
  [allocateAddresses, givePresent],
  async (scope: Scope, gateway: NatGateway, wanted: AddressesWanted): Promise<void> => {
    const { newCount: count = 0, newOutMbps: outMbps } = wanted;
    const { key, region } = gateway;
    await givePresent(scope, gateway, wanted);
    if (count === 0) return;
    const internet = { chargeType: 'traffic', outMbps } as const;
    const made = await allocateAddresses(scope, { region, count, internet });
    for (const address of made) await holdAddress(scope, address, { kind: 'nat-gateway', key });
  },
);

/** @throws where one is not there, is named twice, or is bound already */
async function freeAddresses(
  scope: Scope,
  region: string,
  wanted: readonly number[],
): Promise<readonly ElasticAddress[]> {
  const found = await addressesByNumbers(scope, wanted);
  return wanted.map((number, at) => {
    const address = formatAddress(number);
    if (wanted.indexOf(number) !== at) throw natGatewayFaults.addressTwice({ address });
    const one = found.find((other) => other.address === number && other.region === region);
    if (one === undefined || one.kind === 'ordinary') {
      throw natGatewayFaults.addressNotFound({ address });
    }
    if (one.holder !== null) throw natGatewayFaults.addressTaken({ address });
    return one;
  });
}

/** The public addresses of up to 1,024 NAT gateways, oldest first, by gateway. */
export function publicAddressesOfAll(
  { db }: Pick<ReadScope, 'db'>,
  gateways: readonly string[],
): Promise<ReadonlyMap<string, readonly ElasticAddress[]>> {
  return addressesOf(db, 'nat-gateway', gateways);
}

/** The public addresses of a NAT gateway, oldest first. */
export async function publicAddressesOf(
  { db }: Pick<Scope, 'db'>,
  { key }: NatGateway,
): Promise<readonly ElasticAddress[]> {
  return (await addressesOf(db, 'nat-gateway', [key])).get(key) ?? [];
}

/** Those of a NAT gateway that are named. @throws nat-gateway.addressElsewhere */
export async function namedAddresses(
  scope: Pick<Scope, 'db'>,
  gateway: NatGateway,
  named: readonly number[],
): Promise<readonly ElasticAddress[]> {
  const its = await publicAddressesOf(scope, gateway);
  return named.map((number) => {
    const one = its.find(({ address }) => address === number);
    if (one !== undefined) return one;
    throw natGatewayFaults.addressElsewhere({ address: formatAddress(number) });
  });
}
