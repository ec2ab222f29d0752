import type { Listed, Page } from '../../page.ts';
import type { ReadScope } from '../../scope.ts';
import { verb } from '../../verb.ts';
import type { GatewayFamily, InternetGateway } from '../internet-gateway.ts';
import { selectInternetGateways, type InternetGatewayFilter } from '../table.ts';

export interface InternetGatewaysRequest {
  readonly region: string;
  readonly family: GatewayFamily;
  readonly filter: InternetGatewayFilter;
  readonly page: Page;
}

/** Gateways of a family that the account has in a region, oldest first. */
export const listInternetGateways = verb(
  [],
  (
    { db, account }: ReadScope,
    { region, family, ...request }: InternetGatewaysRequest,
  ): Promise<Listed<InternetGateway>> =>
    selectInternetGateways(db, { account, region, family }, request),
);
