import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A public address (an integer) that an account has. An elastic one is held until it is released,
 * bound or not; an ordinary one belongs to its instance, has the key of that, and comes and goes
 * with it. `holder` is the key of what it is bound to and `private_ip` at which address of it,
 * where it may have several. The bandwidth of an ordinary one stands in its instance, and is null
 * here. `own` is JSON: what one vendor alone knows. `version` numbers every change of the row.
 */
export const elasticAddressTable = table({
  seq,
  key: keyOf('elastic-address'),
  account: text,
  region: text,
  address: integer,
  kind: oneOf('ordinary', 'elastic'),
  holder_kind: nullable(oneOf('instance', 'network-interface', 'nat-gateway', 'ha-vip')),
  holder: nullable(text),
  private_ip: nullable(integer),
  bound_at: nullable(integer),
  name: nullable(text),
  description: nullable(text),
  internet_charge_type: nullable(text),
  out_mbps: nullable(integer),
  bandwidth_package: nullable(keyOf('bandwidth-package')),
  period: nullable(integer),
  renewal: nullable(oneOf('auto', 'manual', 'off')),
  expires_at: nullable(integer),
  renewal_day: nullable(integer),
  resource_group: nullable(text),
  protected: flag,
  own: nullable(text),
  created_at: integer,
  version: integer,
});

declare module '../schema.ts' {
  interface Schema {
    elastic_addresses: ColumnsOf<typeof elasticAddressTable>;
  }
}

export type ElasticAddressRow = RowOf<typeof elasticAddressTable>;
export type NewElasticAddress = NewRowOf<typeof elasticAddressTable>;
