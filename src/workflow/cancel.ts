import { sql } from 'kysely';
import { statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';

const deleteActive = statement<{ readonly target: string }>()((db, p) =>
  db
    .deleteFrom('workflows')
    .where('target', '=', p.target)
    .where('state', '=', sql.lit('active' as const)),
);

/**
 * Ends the workflow active on a target without undoing anything: for timers that are no longer
 * wanted. One that is running right now writes nothing more, since its row is gone. True where
 * there was one.
 */
export async function cancelWorkflow(tx: Tx, target: string): Promise<boolean> {
  return (await tx.run(deleteActive, { target })) === 1;
}
