import type { InternetGatewayRow, NewInternetGatewayRow } from '#store/schema/internet-gateway.ts';

/** Which addresses pass it. */
export type GatewayFamily = InternetGatewayRow['family'];

/** Through which a network reaches the internet: one of each family for a network. */
export interface InternetGateway {
  readonly key: string;
  readonly account: string;
  readonly region: string;
  readonly family: GatewayFamily;
  readonly vpc: string;
  readonly name: string | null;
  readonly description: string;
  readonly resourceGroup: string | null;
  /** Whether the network's traffic passes it: from then on for as long as it is there. */
  readonly isEnabled: boolean;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The gateway of a row. */
export function internetGatewayOf(row: Omit<InternetGatewayRow, 'seq'>): InternetGateway {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    family: row.family,
    vpc: row.vpc,
    name: row.name,
    description: row.description,
    resourceGroup: row.resource_group,
    isEnabled: row.is_enabled === 1,
    createdAt: row.created_at,
  };
}

/** The row of a new gateway. */
export function internetGatewayRow(gateway: InternetGateway): NewInternetGatewayRow {
  return {
    key: gateway.key,
    account: gateway.account,
    region: gateway.region,
    family: gateway.family,
    vpc: gateway.vpc,
    name: gateway.name,
    description: gateway.description,
    resource_group: gateway.resourceGroup,
    is_enabled: gateway.isEnabled ? 1 : 0,
    created_at: gateway.createdAt,
  };
}
