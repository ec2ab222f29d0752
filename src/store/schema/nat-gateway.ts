import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Lets machines of a network share public addresses. `doc` is JSON; `version` counts changes. */
export const natGatewayTable = table({
  seq,
  key: keyOf('nat-gateway'),
  account: text,
  region: text,
  zone: text,
  vpc: keyOf('vpc'),
  /** Where it has a private address, and which: a gateway of one vendor has none. */
  subnet: nullable(keyOf('subnet')),
  private_ip: nullable(integer),
  name: nullable(text),
  description: text,
  out_mbps: integer,
  connections_max: integer,
  is_standard: flag,
  is_protected: flag,
  created_at: integer,
  version: integer,
  doc: text,
});

/** Which public addresses stand for the private ones of packets that leave. */
export const snatRuleTable = table({
  seq,
  key: keyOf('snat-rule'),
  account: text,
  region: text,
  zone: text,
  gateway: keyOf('nat-gateway'),
  source_kind: oneOf('subnet', 'instance', 'network-interface', 'block'),
  /** The key of what sends; "" of a block. */
  source: text,
  cidr: text,
  name: nullable(text),
  description: text,
  /** Whether a client keeps its public address towards one destination. */
  is_sticky: flag,
  created_at: integer,
});

/** The public addresses of a rule for what leaves, in their order. */
export const snatAddressTable = table(
  { rule: keyOf('snat-rule'), address: keyOf('elastic-address'), position: integer },
  ['rule', 'address'],
);

/** To which private address and port packets go that arrive at a public one. */
export const dnatRuleTable = table({
  seq,
  key: keyOf('dnat-rule'),
  account: text,
  region: text,
  zone: text,
  vpc: keyOf('vpc'),
  gateway: keyOf('nat-gateway'),
  protocol: oneOf('tcp', 'udp', 'any'),
  address: keyOf('elastic-address'),
  public_ip: integer,
  /** `80`, a range such as `10/20`, or `any`. */
  public_port: text,
  private_ip: integer,
  private_port: text,
  name: nullable(text),
  description: text,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    nat_gateways: ColumnsOf<typeof natGatewayTable>;
    snat_rules: ColumnsOf<typeof snatRuleTable>;
    snat_addresses: ColumnsOf<typeof snatAddressTable>;
    dnat_rules: ColumnsOf<typeof dnatRuleTable>;
  }
}

export type NatGatewayRow = RowOf<typeof natGatewayTable>;
export type NewNatGatewayRow = NewRowOf<typeof natGatewayTable>;
export type SnatRuleRow = RowOf<typeof snatRuleTable>;
export type NewSnatRuleRow = NewRowOf<typeof snatRuleTable>;
export type DnatRuleRow = RowOf<typeof dnatRuleTable>;
export type NewDnatRuleRow = NewRowOf<typeof dnatRuleTable>;
