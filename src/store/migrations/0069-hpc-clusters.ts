import type { Kind } from '../dialect.ts';
import { addColumns, createIndex, createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Clusters for high performance computing, and which instances are in them. */
export async function hpcClusters(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    hpc_clusters: {
      columns: {
        seq: 'seq',
        key: 'text unique',
        account: 'text',
        region: 'text',
        zone: 'text?',
        kind: 'text',
        name: 'text',
        description: 'text',
        version: 'integer',
        created_at: 'integer',
      },
    },
  });
  await createIndex(db, { table: 'hpc_clusters', columns: ['account', 'region', 'seq'] });
  await addColumns(db, kind, { instances: { hpc_cluster: 'text?' } });
  await createIndex(db, { table: 'instances', columns: ['hpc_cluster'], given: 'hpc_cluster' });
}
