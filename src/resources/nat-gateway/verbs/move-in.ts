import type { Key } from '#kernel/key.ts';
import { takeAddresses } from '../../address/range.ts';
import type { Scope } from '../../scope.ts';
import { subnetFaults } from '../../subnet/faults.ts';
import { getSubnet } from '../../subnet/verbs/get-subnet.ts';
import { verb } from '../../verb.ts';
import { natGatewayFaults } from '../faults.ts';
import { placeNatGatewayRow } from '../table.ts';
import { holdNatGateway, type NatGatewayRequest } from './get-nat-gateway.ts';

/** Gives a NAT gateway that is in no subnet a private address in one. */
export const moveIn = verb(
  [
    holdNatGateway,
    getSubnet,
    natGatewayFaults.kindSame,
    natGatewayFaults.otherVpc,
    subnetFaults.addressesExhausted,
  ],
  async (
    scope: Scope,
    request: NatGatewayRequest & { readonly subnet: Key<'subnet'> },
  ): Promise<void> => {
    const { db } = scope;
    const { key, vpc, subnet: its } = await holdNatGateway(scope, request);
    if (its !== null) throw natGatewayFaults.kindSame({ 'nat-gateway': key });
    const { key: subnet, zone, vpc: other } = await getSubnet(scope, request);
    if (other !== vpc) throw natGatewayFaults.otherVpc({ subnet, vpc });
    const [address] = (await takeAddresses(db, subnet, 1)) ?? [];
    if (address === undefined) throw subnetFaults.addressesExhausted({ subnet, count: 1 });
    await db.run(placeNatGatewayRow, { key, zone, subnet, address });
  },
);
