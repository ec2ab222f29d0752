import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { addColumns } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Whether a disk is encrypted is a column: lists are narrowed by it. */
export async function encryptedDisks(db: AnyDatabase, kind: Kind): Promise<void> {
  await addColumns(db, kind, { disks: { encrypted: { integer: 0 } } });
  // A quote within a text of the document has a backslash before it: no name is mistaken for it.
  await sql`update disks set encrypted = 1 where doc like '%"encrypted":true%'`.execute(db);
}
