import { sql } from 'kysely';
import { statement } from '#store/statement.ts';
import type { Tx } from '#store/store.ts';
import { heldKind, insertWorkflow } from './table.ts';

/** When a row that merely holds a target is due: later than any clock can be set. */
const NEVER = Number.MAX_SAFE_INTEGER;

/** The step of a row that workflows share; `attempts` says how many of them beyond the first. */
const SHARED = 'shared';

const MARK = '+';

/** A further target that others may work on as well, as long as none has it to itself. */
export function shared(target: string): string {
  return `${MARK}${target}`;
}

/** Holds further targets, all of them or none; false where one is taken. */
export async function hold(tx: Tx, targets: readonly string[], now: number): Promise<boolean> {
  const row = { kind: heldKind, dueAt: NEVER, now, input: '{}', also: null };
  for (const [at, marked] of targets.entries()) {
    const isShared = marked.startsWith(MARK);
    const target = isShared ? marked.slice(MARK.length) : marked;
    if (isShared && (await tx.run(join, { target })) === 1) continue;
    const step = isShared ? SHARED : '';
    if ((await tx.run(insertWorkflow, { ...row, step, target })) === 1) continue;
    await letGo(tx, targets.slice(0, at));
    return false;
  }
  return true;
}

/** Lets go of further targets; one that is shared stays held until the last has let it go. */
export async function letGo(tx: Tx, targets: readonly string[]): Promise<void> {
  const alone = targets.filter((target) => !target.startsWith(MARK));
  if (alone.length > 0) await tx.run(deleteHeld, { targets: alone });
  for (const marked of targets.filter((target) => target.startsWith(MARK))) {
    const target = marked.slice(MARK.length);
    if ((await tx.run(leave, { target })) === 0) await tx.run(deleteHeld, { targets: [target] });
  }
}

const join = statement<{ readonly target: string }>()((db, p) =>
  db
    .updateTable('workflows')
    .set((eb) => ({ attempts: eb('attempts', '+', eb.lit(1)) }))
    .where('target', '=', p.target)
    .where('state', '=', sql.lit('active' as const))
    .where('kind', '=', sql.lit(heldKind))
    .where('step', '=', sql.lit(SHARED)),
);

const leave = statement<{ readonly target: string }>()((db, p) =>
  db
    .updateTable('workflows')
    .set((eb) => ({ attempts: eb('attempts', '-', eb.lit(1)) }))
    .where('target', '=', p.target)
    .where('state', '=', sql.lit('active' as const))
    .where('kind', '=', sql.lit(heldKind))
    .where('attempts', '>', sql.lit(0)),
);

const deleteHeld = statement<{ readonly targets: readonly string[] }>()((db, p) =>
  db
    .deleteFrom('workflows')
    .where('target', 'in', p.targets)
    .where('state', '=', sql.lit('active' as const))
    .where('kind', '=', sql.lit(heldKind)),
);
