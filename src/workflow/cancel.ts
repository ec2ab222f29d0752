import { sql } from 'kysely';
import { statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';

const deleteActive = statement<{ readonly targets: readonly string[] }>()((db, p) =>
  db
    .deleteFrom('workflows')
    .where('target', 'in', p.targets)
    .where('state', '=', sql.lit('active' as const)),
);

/**
 * Ends the workflows active on targets without undoing anything: for timers that are no longer
 * wanted. One that is running right now writes nothing more, since its row is gone. Answers how
 * many there were.
 */
export function cancelWorkflows(tx: Tx, targets: readonly string[]): Promise<number> {
  return tx.run(deleteActive, { targets });
}
