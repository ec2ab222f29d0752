import { sql } from 'kysely';
import { statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';
import type { Workflow } from './definition.ts';
import { letGo } from './hold.ts';
import { heldKind, targetsOf } from './table.ts';

const deleteActive = statement<{ readonly targets: readonly string[] }>()((db, p) =>
  db
    .deleteFrom('workflows')
    .where('target', 'in', p.targets)
    .where('state', '=', sql.lit('active' as const))
    .where('kind', '<>', sql.lit(heldKind))
    .returning('also'),
);

const activeInput = statement<{ readonly target: string; readonly kind: string }>()((db, p) =>
  db
    .selectFrom('workflows')
    .select('input')
    .where('target', '=', p.target)
    .where('kind', '=', p.kind)
    .where('state', '=', sql.lit('active' as const)),
);

/**
 * Ends the workflow if it is the one active on a target, and answers its input, so that another
 * one may do its work as well as its own.
 */
export async function takeWorkflow<Input, Services>(
  tx: Tx,
  { kind }: Workflow<Input, Services>,
  target: string,
): Promise<Input | undefined> {
  const found = await tx.first(activeInput, { target, kind });
  if (found === undefined) return undefined;
  await cancelWorkflows(tx, [target]);
  return JSON.parse(found.input) as Input;
}

/**
 * Ends the workflows of these targets without undoing anything: for timers that are no longer
 * wanted. One that merely holds such a target besides its own goes on. One that is running right
 * now writes nothing more, since its row is gone. Answers how many there were.
 */
export async function cancelWorkflows(tx: Tx, targets: readonly string[]): Promise<number> {
  const cancelled = await tx.all(deleteActive, { targets });
  await letGo(
    tx,
    cancelled.flatMap(({ also }) => targetsOf(also)),
  );
  return cancelled.length;
}
