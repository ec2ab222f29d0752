import { integer, keyOf, nullable, oneOf, seq, table, text } from '../table.ts';
import type { ColumnsOf, NewRowOf, RowOf } from '../table.ts';

/** Instances for high performance computing in one network; null: its first one binds the zone. */
export const hpcClusterTable = table({
  seq,
  key: keyOf('hpc-cluster'),
  account: text,
  region: text,
  zone: nullable(text),
  /** Of which servers: the cloud's, or those that customers brought. */
  kind: oneOf('standard', 'customers'),
  name: text,
  description: text,
  version: integer,
  created_at: integer,
});

declare module '../schema.ts' {
  interface Schema {
    hpc_clusters: ColumnsOf<typeof hpcClusterTable>;
  }
}

export type HpcClusterRow = RowOf<typeof hpcClusterTable>;
export type NewHpcClusterRow = NewRowOf<typeof hpcClusterTable>;
