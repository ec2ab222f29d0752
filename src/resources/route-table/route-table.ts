import type { Key } from '#kernel/key.ts';
import type { NewRouteTableRow, RouteRow, RouteTableRow } from '#store/schema/route-table.ts';

/** Where packets of the subnets go that are associated with it. */
export interface RouteTable {
  readonly key: Key<'route-table'>;
  readonly account: string;
  readonly region: string;
  readonly vpc: Key<'vpc'>;
  /** Null: nobody named the one that came with its network. */
  readonly name: string | null;
  readonly description: string;
  /** The one that comes with its network: for subnets that are associated with no other. */
  readonly isMain: boolean;
  /** Whether it takes routes that others tell of, as it was told; nothing here tells of any. */
  readonly propagates: boolean;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** A route that a user made. */
export interface Route {
  readonly key: Key<'route'>;
  /** Told apart from all routes there ever were by a number too. */
  readonly number: number;
  readonly table: Key<'route-table'>;
  /** An IPv4 block such as 10.1.0.0/16. */
  readonly destination: string;
  readonly nextHop: NextHop;
  readonly name: string | null;
  readonly description: string;
  readonly enabled: boolean;
  readonly createdAt: number;
}

/** What a route may lead to. */
export type NextHopKind = RouteRow['next_hop_kind'];

/** Something of the network, and the private address that it had when the route was made. */
export interface NextHop {
  readonly kind: NextHopKind;
  readonly key: string;
  /** Empty where it has none. */
  readonly address: string;
}

/** The route table of a row. */
export function routeTableOf(row: Omit<RouteTableRow, 'seq'>): RouteTable {
  return {
    key: row.key,
    account: row.account,
    region: row.region,
    vpc: row.vpc,
    name: row.name,
    description: row.description,
    isMain: row.is_main === 1,
    propagates: row.propagates === 1,
    createdAt: row.created_at,
  };
}

/** The row of a new route table. */
export function routeTableRow(table: RouteTable): NewRouteTableRow {
  return {
    key: table.key,
    account: table.account,
    region: table.region,
    vpc: table.vpc,
    name: table.name,
    description: table.description,
    is_main: table.isMain ? 1 : 0,
    propagates: table.propagates ? 1 : 0,
    created_at: table.createdAt,
  };
}

/** The route of a row. */
export function routeOf(row: RouteRow): Route {
  return {
    key: row.key,
    number: row.seq,
    table: row.route_table,
    destination: row.destination,
    nextHop: { kind: row.next_hop_kind, key: row.next_hop, address: row.next_hop_address },
    name: row.name,
    description: row.description,
    enabled: row.enabled === 1,
    createdAt: row.created_at,
  };
}
