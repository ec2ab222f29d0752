import { statement } from '#store/statement.ts';

/** Affects no row where the target has an active workflow. */
export const insertWorkflow = statement<{
  kind: string;
  target: string;
  step: string;
  dueAt: number;
  now: number;
  input: string;
  also: string | null;
}>()((db, p) =>
  db
    .insertInto('workflows')
    .values({
      kind: p.kind,
      target: p.target,
      step: p.step,
      state: 'active',
      due_at: p.dueAt,
      attempts: 0,
      epoch: 0,
      began_at: 0,
      created_at: p.now,
      input: p.input,
      results: '{}',
      also: p.also,
    })
    .onConflict((conflict) => conflict.column('target').where('state', '=', 'active').doNothing()),
);

/** The kind of the rows that hold what a workflow works on besides its target: never due. */
export const heldKind = 'held';

/** What the column `also` holds: the further targets, those that are shared with a mark. */
export function targetsOf(also: string | null): readonly string[] {
  return also === null ? [] : (JSON.parse(also) as readonly string[]);
}

/**
 * Leases up to `room` due rows at once, longest due first, and fences off whoever had them. A
 * lease of another owner is over at `othersWall` instead of `wall`: the sole owner of a data
 * directory knows that all others are dead. No two servers claim the same row, since no store
 * makes two writes at once.
 */
export const claimDue = statement<{
  now: number;
  wall: number;
  othersWall: number;
  leaseUntil: number;
  owner: string;
  room: number;
}>()((db, p) =>
  db
    .updateTable('workflows')
    .set((eb) => ({
      owner: p.owner,
      lease_until: p.leaseUntil,
      epoch: eb('epoch', '+', 1),
      began_at: eb
        .case()
        .when('began_at', '=', eb.lit(0))
        .then(eb.val(p.now))
        .else(eb.ref('began_at'))
        .end(),
    }))
    .where('seq', 'in', (eb) =>
      eb
        .selectFrom('workflows')
        .select('seq')
        .where('state', '=', 'active')
        .where('due_at', '<=', p.now)
        .where((free) =>
          free.or([
            free('lease_until', 'is', null),
            free('lease_until', '<=', p.wall),
            free.and([free('owner', '<>', p.owner), free('lease_until', '<=', p.othersWall)]),
          ]),
        )
        .orderBy('due_at')
        .limit(p.room),
    )
    .returning([
      'seq',
      'kind',
      'target',
      'step',
      'epoch',
      'attempts',
      'began_at as beganAt',
      'created_at as createdAt',
      'input',
      'results',
      'also',
    ]),
);

/** Affects no row once somebody else has claimed it. */
export const saveProgress = statement<{
  seq: number;
  epoch: number;
  step: string;
  dueAt: number;
  attempts: number;
  beganAt: number;
  results: string;
  leaseUntil: number | null;
}>()((db, p) =>
  db
    .updateTable('workflows')
    .set({
      step: p.step,
      due_at: p.dueAt,
      attempts: p.attempts,
      began_at: p.beganAt,
      results: p.results,
      lease_until: p.leaseUntil,
    })
    .where('seq', '=', p.seq)
    .where('epoch', '=', p.epoch),
);

/** Affects no row once somebody else has claimed it. */
export const deleteWorkflow = statement<{ seq: number; epoch: number }>()((db, p) =>
  db.deleteFrom('workflows').where('seq', '=', p.seq).where('epoch', '=', p.epoch),
);

/** Of those that are still held: one let go meanwhile stays free to be claimed. */
export const renewLeases = statement<{
  seqs: readonly number[];
  owner: string;
  leaseUntil: number;
}>()((db, p) =>
  db
    .updateTable('workflows')
    .set({ lease_until: p.leaseUntil })
    .where('seq', 'in', p.seqs)
    .where('owner', '=', p.owner)
    .where('lease_until', 'is not', null),
);

/** The earliest due time after `now`. */
export const selectNextDue = statement<{ now: number }>()((db, p) =>
  db
    .selectFrom('workflows')
    .select('due_at as dueAt')
    .where('state', '=', 'active')
    .where('kind', '<>', heldKind)
    .where('due_at', '>', p.now)
    .orderBy('due_at')
    .limit(1),
);
