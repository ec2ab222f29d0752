import { integer, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A virtual machine. Columns are what is filtered, joined or counted; the rest is in `doc`, JSON.
 * Addresses are integers; a row that holds none has null. `generation` numbers what the driver
 * was told, `version` every change of the row (optimistic lock). `operation` is the latest one, as
 * a neutral verb, with its state and the id of the request that asked for it. `fault` is what is
 * wrong with its machine; null where nothing is known to be.
 */
export const instanceTable = table({
  seq,
  key: text,
  account: text,
  region: text,
  zone: text,
  state: text,
  name: nullable(text),
  type: text,
  cpu: integer,
  memory_mib: integer,
  image: text,
  vpc: text,
  subnet: text,
  private_ip: nullable(integer),
  public_ip: nullable(integer),
  charge_type: text,
  launched_by: text,
  host: nullable(text),
  batch: text,
  project: integer,
  created_at: integer,
  expires_at: nullable(integer),
  generation: integer,
  version: integer,
  operation: nullable(text),
  operation_state: nullable(text),
  operation_request: nullable(text),
  doc: text,
  fault: nullable(text),
});

declare module '../schema.ts' {
  interface Schema {
    instances: ColumnsOf<typeof instanceTable>;
  }
}

export type InstanceRow = RowOf<typeof instanceTable>;
export type NewInstance = NewRowOf<typeof instanceTable>;
