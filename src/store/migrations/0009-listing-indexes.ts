import { createIndex } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Columns that few instances have a value in: an index of these alone is small. */
const seldomGiven = ['isolated_by', 'renewal', 'fault'] as const;

/**
 * What is linked to a tag or a group is found by its key: that index tells account, region and
 * zone as well, so that no row is looked at for a count.
 */
export async function listingIndexes(db: AnyDatabase): Promise<void> {
  const table = 'instances';
  await createIndex(db, { table, columns: ['key', 'account', 'region', 'zone'] });
  for (const column of seldomGiven) {
    const columns = ['account', 'region', column, 'seq', 'zone'];
    await createIndex(db, { table, columns, given: column });
  }
}
