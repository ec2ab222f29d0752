import type { Kind } from '../dialect.ts';
import { addColumns } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Security groups of the classic network are told from those that serve every network. */
export async function classicGroups(db: AnyDatabase, kind: Kind): Promise<void> {
  await addColumns(db, kind, { security_groups: { is_classic: { integer: 0 } } });
}
