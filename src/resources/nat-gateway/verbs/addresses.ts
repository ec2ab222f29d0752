import type { Key } from '#kernel/key.ts';
import { dropAddress } from '../../elastic-address/hold.ts';
import type { Scope } from '../../scope.ts';
import { formatAddress } from '../../subnet/cidr.ts';
import { verb } from '../../verb.ts';
import { natGatewayFaults } from '../faults.ts';
import {
  giveAddresses,
  givePresent,
  namedAddresses,
  publicAddressesOf,
  type AddressesWanted,
} from '../gateway-addresses.ts';
import { usesOfAddresses } from '../usage.ts';
import { holdNatGateway, type NatGatewayRequest } from './get-nat-gateway.ts';
import { changeNatGateway } from './modify-nat-gateway.ts';

/** Gives a NAT gateway more public addresses, all of them or none. */
export const associateAddresses = verb(
  [holdNatGateway, giveAddresses],
  async (scope: Scope, request: NatGatewayRequest & AddressesWanted): Promise<void> => {
    const gateway = await holdNatGateway(scope, request);
    await giveAddresses(scope, gateway, request);
    await changeNatGateway(scope, gateway, { action: 'associate' });
  },
);

/** Gives a NAT gateway one address of the account that is free. */
export const associateAddress = verb(
  [holdNatGateway, givePresent],
  async (
    scope: Scope,
    { address, ...request }: NatGatewayRequest & { readonly address: number },
  ): Promise<void> => {
    const gateway = await holdNatGateway(scope, request);
    await givePresent(scope, gateway, { present: [address] });
    await changeNatGateway(scope, gateway, { action: 'associate' });
  },
);

export interface AddressesGone extends NatGatewayRequest {
  readonly addresses: readonly number[];
  /** Whether it may be left without any. */
  readonly last: 'goes' | 'stays';
}

/** Takes public addresses from a NAT gateway whose rules do not use them. */
export const dissociateAddresses = verb(
  [
    holdNatGateway,
    natGatewayFaults.addressElsewhere,
    natGatewayFaults.addressInUse,
    natGatewayFaults.addressLast,
  ],
  async (scope: Scope, request: AddressesGone): Promise<void> => {
    const gateway = await holdNatGateway(scope, request);
    const named = new Set(await namedAddresses(scope, gateway, request.addresses));
    await refuseUsed(scope, [...named]);
    const all = await publicAddressesOf(scope, gateway);
    if (request.last === 'stays' && all.length <= named.size) {
      throw natGatewayFaults.addressLast({ 'nat-gateway': gateway.key });
    }
    for (const address of named) await dropAddress(scope, address);
    await changeNatGateway(scope, gateway, { action: 'dissociate' });
  },
);

/** @throws nat-gateway.addressInUse where rules use one of the addresses */
async function refuseUsed(
  { db }: Scope,
  addresses: ReadonlyArray<{ readonly key: Key<'elastic-address'>; readonly address: number }>,
): Promise<void> {
  const keys = addresses.map(({ key }) => key);
  const uses = await usesOfAddresses(db, keys);
  const used = addresses.find(({ key }) => uses.has(key));
  if (used === undefined) return;
  throw natGatewayFaults.addressInUse({ address: formatAddress(used.address) });
}
