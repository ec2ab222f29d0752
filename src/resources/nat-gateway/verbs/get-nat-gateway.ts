import type { Key } from '#kernel/key.ts';
import type { ReadScope, Scope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import { holdVpc } from '../../vpc/verbs/hold-vpc.ts';
import { natGatewayFaults } from '../faults.ts';
import { natGatewayOf, type NatGateway } from '../nat-gateway.ts';
import { ownNatGateway } from '../table.ts';

export interface NatGatewayRequest {
  readonly gateway: Key<'nat-gateway'>;
  readonly region: string;
}

/** A NAT gateway of the account in a zone that the asker sees. @throws nat-gateway.notFound */
export const getNatGateway = verb(
  [natGatewayFaults.notFound],
  async (scope: ReadScope, { gateway, region }: NatGatewayRequest): Promise<NatGateway> => {
    const row = await scope.db.first(ownNatGateway, { account: scope.account, key: gateway });
    if (row?.region !== region || row === undefined || !scope.sees(row.zone)) {
      throw natGatewayFaults.notFound({ 'nat-gateway': gateway });
    }
    return natGatewayOf(row);
  },
);

/** One whose network this transaction holds: nobody else changes it or its rules meanwhile (D3). */
export const holdNatGateway = verb(
  [getNatGateway, holdVpc],
  async (scope: Scope, request: NatGatewayRequest): Promise<NatGateway> => {
    const { vpc } = await getNatGateway(scope, request);
    await holdVpc(scope, vpc);
    return getNatGateway(scope, request);
  },
);
