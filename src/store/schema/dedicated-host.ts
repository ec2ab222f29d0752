import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A host that one account has to itself. `host` is the row of `hosts` whose room it is, and
 * `launched_by` the vendor that it was bought through. `cpu_percent` says how many vCPUs are
 * sold of 100 that it has; `moves` counts how often it went to another server.
 */
export const dedicatedHostTable = table({
  seq,
  key: keyOf('dedicated-host'),
  account: text,
  region: text,
  zone: text,
  host: keyOf('host'),
  launched_by: text,
  type: text,
  state: oneOf('creating', 'running', 'expired'),
  name: nullable(text),
  description: nullable(text),
  project: integer,
  resource_group: nullable(text),
  cluster: nullable(keyOf('dedicated-host-cluster')),
  charge_type: oneOf('prepaid', 'postpaid'),
  period: nullable(integer),
  period_unit: nullable(text),
  renewal: nullable(text),
  renewal_period: nullable(integer),
  renewal_unit: nullable(text),
  renewal_day: nullable(integer),
  expires_at: nullable(integer),
  release_at: nullable(integer),
  auto_placement: flag,
  maintenance_action: text,
  cpu_percent: integer,
  udp_timeout: nullable(integer),
  slb_udp_timeout: nullable(integer),
  moves: integer,
  created_at: integer,
  version: integer,
});

/** Hosts of one account that are named together. */
export const dedicatedHostClusterTable = table({
  seq,
  key: keyOf('dedicated-host-cluster'),
  account: text,
  region: text,
  zone: text,
  name: nullable(text),
  description: nullable(text),
  resource_group: nullable(text),
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    dedicated_hosts: ColumnsOf<typeof dedicatedHostTable>;
    dedicated_host_clusters: ColumnsOf<typeof dedicatedHostClusterTable>;
  }
}

export type DedicatedHostRow = RowOf<typeof dedicatedHostTable>;
export type NewDedicatedHostRow = NewRowOf<typeof dedicatedHostTable>;
export type DedicatedHostClusterRow = RowOf<typeof dedicatedHostClusterTable>;
