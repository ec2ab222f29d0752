import type { Generated, Insertable, Selectable } from 'kysely';

/**
 * A virtual machine. Columns are what is filtered, joined or counted; the rest is in `doc`, JSON.
 * Addresses are integers; a row that holds none has null. `generation` numbers what the driver
 * was told, `version` every change of the row (optimistic lock). `operation` is the latest one, as
 * a neutral verb, with its state and the id of the request that asked for it. `fault` is what is
 * wrong with its machine; null where nothing is known to be.
 */
export interface InstanceTable {
  seq: Generated<number>;
  key: string;
  account: string;
  region: string;
  zone: string;
  state: string;
  name: string | null;
  type: string;
  cpu: number;
  memory_mib: number;
  image: string;
  vpc: string;
  subnet: string;
  private_ip: number | null;
  public_ip: number | null;
  charge_type: string;
  launched_by: string;
  host: string | null;
  batch: string;
  project: number;
  created_at: number;
  expires_at: number | null;
  generation: number;
  version: number;
  operation: string | null;
  operation_state: string | null;
  operation_request: string | null;
  doc: string;
  fault: string | null;
}

export type InstanceRow = Selectable<InstanceTable>;
export type NewInstance = Insertable<InstanceTable>;
