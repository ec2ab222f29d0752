import { flag, integer, keyOf, nullable, seq, table, text } from '../table.ts';
import type { ColumnsOf, RowOf } from '../table.ts';

/**
 * Bandwidth that several public addresses share. `mbps` is -1 where nothing bounds it; `expires_at`
 * is the end of what is paid for in advance. `own` is JSON: what one vendor alone knows.
 */
export const bandwidthPackageTable = table({
  seq,
  key: keyOf('bandwidth-package'),
  account: text,
  region: text,
  name: nullable(text),
  description: nullable(text),
  line: text,
  charge: text,
  mbps: integer,
  protocol: text,
  resource_group: nullable(text),
  protected: flag,
  created_at: integer,
  expires_at: nullable(integer),
  own: nullable(text),
});

declare module '../schema.ts' {
  interface Schema {
    bandwidth_packages: ColumnsOf<typeof bandwidthPackageTable>;
  }
}

export type BandwidthPackageRow = RowOf<typeof bandwidthPackageTable>;
