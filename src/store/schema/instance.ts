import { flag, integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A virtual machine. Addresses are integers; a row that holds none has null. `generation` numbers
 * what the driver was told, `version` every change of the row (optimistic lock). `operation` is
 * the latest one, as a neutral verb, with its state and the id of the request that asked for it.
 * `fault` is what is wrong with its machine; null where nothing is known to be. `system` is JSON:
 * what runs in it, where its image is not of the catalogue. `own` is JSON too: what the vendor of
 * `launched_by` alone knows. What is large is in `blobs`, its security groups
 * are links.
 */
export const instanceTable = table({
  seq,
  key: keyOf('instance'),
  account: text,
  region: text,
  zone: text,
  state: text,
  name: nullable(text),
  host_name: nullable(text),
  description: nullable(text),
  type: text,
  cpu: integer,
  memory_mib: integer,
  image: keyOf('image'),
  system: nullable(text),
  vpc: keyOf('vpc'),
  subnet: keyOf('subnet'),
  private_ip: nullable(integer),
  public_ip: nullable(integer),
  internet_charge_type: text,
  out_mbps: integer,
  in_mbps: integer,
  bandwidth_package: nullable(text),
  charge_type: text,
  period: nullable(integer),
  period_unit: nullable(text),
  renewal: nullable(text),
  renewal_period: nullable(integer),
  renewal_unit: nullable(text),
  renewal_day: nullable(integer),
  spot_strategy: nullable(text),
  spot_price_limit: nullable(text),
  spot_hours: nullable(integer),
  spot_interruption: nullable(text),
  spot_ends_at: nullable(integer),
  launched_by: text,
  host: nullable(keyOf('host')),
  placement_group: nullable(keyOf('placement-group')),
  placement_part: nullable(integer),
  hpc_cluster: nullable(keyOf('hpc-cluster')),
  dedicated_host: nullable(keyOf('dedicated-host')),
  host_affinity: nullable(text),
  batch: text,
  project: integer,
  resource_group: nullable(text),
  role: nullable(text),
  protected: flag,
  http_endpoint: text,
  http_tokens: text,
  metadata_tags: text,
  maintenance_action: nullable(text),
  maintenance_from: nullable(text),
  maintenance_to: nullable(text),
  maintenance_notify: flag,
  private_pool_match: nullable(text),
  password: nullable(text),
  keep_image_login: flag,
  created_at: integer,
  started_at: nullable(integer),
  stop_mode: nullable(text),
  isolated_by: nullable(text),
  release_at: nullable(integer),
  expires_at: nullable(integer),
  generation: integer,
  version: integer,
  operation: nullable(text),
  operation_state: nullable(text),
  operation_request: nullable(text),
  operation_error: nullable(text),
  fault: nullable(text),
  own: nullable(text),
});

declare module '../schema.ts' {
  interface Schema {
    instances: ColumnsOf<typeof instanceTable>;
  }
}

export type InstanceRow = RowOf<typeof instanceTable>;
export type NewInstance = NewRowOf<typeof instanceTable>;
