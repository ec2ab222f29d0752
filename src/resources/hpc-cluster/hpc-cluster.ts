import type { Key } from '#kernel/key.ts';
import type { HpcClusterRow, NewHpcClusterRow } from '#store/schema/hpc-cluster.ts';

/** Instances for high performance computing in one network. */
export interface HpcCluster {
  readonly key: Key<'hpc-cluster'>;
  readonly account: string;
  readonly region: string;
  /** Null until its first instance binds it to a zone. */
  readonly zone: string | null;
  /** Of which servers: the cloud's, or those that customers brought. */
  readonly kind: 'standard' | 'customers';
  readonly name: string;
  readonly description: string;
  /** Cloud milliseconds. */
  readonly createdAt: number;
}

/** The cluster of a row. */
export function hpcClusterOf(row: Omit<HpcClusterRow, 'seq'>): HpcCluster {
  const { key, account, region, zone, kind, name, description, created_at: createdAt } = row;
  return { key, account, region, zone, kind, name, description, createdAt };
}

/** The row of a new cluster. */
export function hpcClusterRow({ createdAt, ...cluster }: HpcCluster): NewHpcClusterRow {
  return { ...cluster, version: 0, created_at: createdAt };
}
