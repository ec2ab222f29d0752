import type { Listed, Page } from '../../page.ts';
import { seenZones } from '../../region/seen-zones.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { NatGateway } from '../nat-gateway.ts';
import { selectNatGateways, type NatGatewayFilter } from '../table.ts';

export interface NatGatewaysRequest {
  readonly region: string;
  readonly filter: NatGatewayFilter;
  readonly page: Page;
}

/** NAT gateways of the account in zones of a region that the asker sees, oldest first. */
export const listNatGateways = verb(
  [],
  (scope: ReadScope, { region, filter, page }: NatGatewaysRequest): Promise<Listed<NatGateway>> => {
    const { db, account } = scope;
    const zones = seenZones(scope, region).filter((zone) => filter.zones?.includes(zone) !== false);
    return selectNatGateways(db, { account, region }, { filter: { ...filter, zones }, page });
  },
);
