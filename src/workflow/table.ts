import { statement } from '#store/statement.ts';

/** Affects no row where the target has an active workflow. */
export const insertWorkflow = statement<{
  kind: string;
  target: string;
  step: string;
  dueAt: number;
  now: number;
  input: string;
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
    })
    .onConflict((conflict) => conflict.column('target').where('state', '=', 'active').doNothing()),
);

export const selectActiveWorkflow = statement<{ target: string }>()((db, p) =>
  db
    .selectFrom('workflows')
    .select(['kind', 'target', 'step', 'created_at as createdAt', 'due_at as dueAt'])
    .where('target', '=', p.target)
    .where('state', '=', 'active'),
);
