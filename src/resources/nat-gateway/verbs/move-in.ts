import type { Key } from '#kernel/key.ts';
import type { Scope } from '../../scope.ts';
import { takeSubnetAddresses } from '../../subnet/take-addresses.ts';
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
    takeSubnetAddresses,
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
    const wanted = { named: [], count: 1 };
    const [address = 0] = await takeSubnetAddresses(scope, subnet, wanted);
    await db.run(placeNatGatewayRow, { key, zone, subnet, address });
  },
);
