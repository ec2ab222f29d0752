import { integer, keyOf, nullable, table, text } from '../table.ts';
import type { ColumnsOf } from '../table.ts';

/**
 * What is booked for an instance that is becoming one of another type, besides what it has: room
 * on a host, which may be another one, and vCPUs of its account's quota.
 */
export const typeChangeTable = table(
  {
    instance: keyOf('instance'),
    type: text,
    host: keyOf('host'),
    cpu: integer,
    memory_mib: integer,
    disk_gib: integer,
    spot_vcpus: integer,
    /** The group that it comes into there, or is in. */
    placement_group: nullable(keyOf('placement-group')),
    placement_part: nullable(integer),
  },
  ['instance'],
);

declare module '../schema.ts' {
  interface Schema {
    type_changes: ColumnsOf<typeof typeChangeTable>;
  }
}
