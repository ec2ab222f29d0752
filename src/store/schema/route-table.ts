import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Tells a network's subnets where packets go. The main one of a network has the network's key. */
export const routeTableTable = table({
  seq,
  key: keyOf('route-table'),
  account: text,
  region: text,
  vpc: keyOf('vpc'),
  name: nullable(text),
  description: text,
  is_main: flag,
  propagates: flag,
  created_at: integer,
});

/** A route that a user made; those of the system follow from the network and are kept nowhere. */
export const routeTable = table({
  seq,
  key: keyOf('route'),
  account: text,
  route_table: keyOf('route-table'),
  destination: text,
  next_hop_kind: oneOf(
    'instance',
    'nat-gateway',
    'network-interface',
    'ipv4-gateway',
    'ha-vip',
    'public-address',
  ),
  next_hop: text,
  /** The address that the next hop had when the route was made. */
  next_hop_address: text,
  name: nullable(text),
  description: text,
  enabled: flag,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    route_tables: ColumnsOf<typeof routeTableTable>;
    routes: ColumnsOf<typeof routeTable>;
  }
}

export type RouteTableRow = RowOf<typeof routeTableTable>;
export type NewRouteTableRow = NewRowOf<typeof routeTableTable>;
export type RouteRow = RowOf<typeof routeTable>;
export type NewRouteRow = NewRowOf<typeof routeTable>;
