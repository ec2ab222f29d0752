import { flag, integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/**
 * A disk, attached to an instance (its key) or to none. Its room is booked on `host`, which is that
 * of the instance while it is attached. `charge_type`, `project` and `resource_group` are null
 * where they are those of its instance. `device` is what the guest's name for it ends with.
 * `generation` numbers what the driver was told, `version` every change of the row (optimistic
 * lock); `operation` is the latest one. `doc` is JSON.
 */
export const diskTable = table({
  seq,
  key: keyOf('disk'),
  account: text,
  region: text,
  zone: text,
  instance: nullable(keyOf('instance')),
  role: oneOf('system', 'data'),
  category: text,
  size_gib: integer,
  delete_with_instance: flag,
  encrypted: flag,
  state: text,
  name: nullable(text),
  created_at: integer,
  doc: text,
  host: nullable(keyOf('host')),
  device: nullable(text),
  portable: flag,
  charge_type: nullable(oneOf('postpaid', 'prepaid')),
  period: nullable(integer),
  period_unit: nullable(text),
  renewal: nullable(text),
  renewal_period: nullable(integer),
  renewal_unit: nullable(text),
  renewal_day: nullable(integer),
  expires_at: nullable(integer),
  project: nullable(integer),
  resource_group: nullable(text),
  snapshot: nullable(keyOf('snapshot')),
  auto_snapshot: flag,
  delete_auto_snapshot: flag,
  backup_quota: integer,
  attached_at: nullable(integer),
  detached_at: nullable(integer),
  last_instance: nullable(keyOf('instance')),
  recycled_at: nullable(integer),
  rollback_at: nullable(integer),
  rollback_due: nullable(integer),
  generation: integer,
  version: integer,
  operation: nullable(text),
  operation_state: nullable(text),
  operation_request: nullable(text),
  operation_error: nullable(text),
});

declare module '../schema.ts' {
  interface Schema {
    disks: ColumnsOf<typeof diskTable>;
  }
}

export type DiskRow = RowOf<typeof diskTable>;
export type NewDisk = NewRowOf<typeof diskTable>;
