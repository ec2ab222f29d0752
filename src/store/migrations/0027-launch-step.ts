import { sql } from 'kysely';
import type { AnyDatabase } from './table.ts';

/** A launch begins by asking for the machines: the step before that is gone. */
export async function launchStep(db: AnyDatabase): Promise<void> {
  await sql`
    update workflows set step = 'boot' where kind = 'instance.launch' and step = 'prepare'
  `.execute(db);
}
