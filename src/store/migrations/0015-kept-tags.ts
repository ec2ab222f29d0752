import { sql } from 'kysely';
import type { Kind } from '../dialect.ts';
import { createTable } from './table.ts';
import type { AnyDatabase } from './table.ts';

/** Tags are there without a resource as well; those of resources are there already. */
export async function keptTags(db: AnyDatabase, kind: Kind): Promise<void> {
  await createTable(db, kind, {
    kept_tags: {
      columns: { account: 'text', name: 'text', value: 'text' },
      primary: ['account', 'name', 'value'],
    },
  });
  await sql`insert into kept_tags (account, name, value)
    select distinct account, name, value from tags`.execute(db);
}
