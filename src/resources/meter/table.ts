import { statement } from '#store/statement.ts';

interface OfResources {
  readonly resources: readonly string[];
}

interface BySeq {
  readonly seqs: readonly number[];
}

/** What of resources costs now. */
export const openMetersOf = statement<OfResources>()((db, p) =>
  db
    .selectFrom('meters')
    .selectAll()
    .where('resource', 'in', p.resources)
    .where('ends_at', 'is', null),
);

export const endMetersBySeq = statement<BySeq & { readonly at: number }>()((db, p) =>
  db.updateTable('meters').set({ ends_at: p.at }).where('seq', 'in', p.seqs),
);

/** Ends all that resources cost. */
export const endMetersOf = statement<OfResources & { readonly at: number }>()((db, p) =>
  db
    .updateTable('meters')
    .set({ ends_at: p.at })
    .where('resource', 'in', p.resources)
    .where('ends_at', 'is', null),
);

interface Due {
  readonly account: string;
  /** Cloud milliseconds. */
  readonly until: number;
  readonly limit: number;
}

/** Meters that are not charged for up to a time, those that are behind most first. */
export const dueMeters = statement<Due>()((db, p) =>
  db
    .selectFrom('meters')
    .selectAll()
    .where('account', '=', p.account)
    .where('settled_at', '<', p.until)
    .orderBy('settled_at')
    .orderBy('seq')
    .limit(p.limit),
);

export const settleMeters = statement<BySeq & { readonly at: number }>()((db, p) =>
  db.updateTable('meters').set({ settled_at: p.at }).where('seq', 'in', p.seqs),
);

export const deleteMeters = statement<BySeq>()((db, p) =>
  db.deleteFrom('meters').where('seq', 'in', p.seqs),
);

/** The account behind another one, in the order of their numbers, that has meters. */
export const nextMetered = statement<{ readonly after: string }>()((db, p) =>
  db
    .selectFrom('meters')
    .select('account')
    .where('account', '>', p.after)
    .orderBy('account')
    .limit(1),
);

/** What costs that is not charged for up to a time: how many are alike, and since when. */
export const meterKinds = statement<Pick<Due, 'account' | 'until'>>()((db, p) =>
  db
    .selectFrom('meters')
    .select((eb) => [
      'region',
      'line',
      'name',
      'level',
      'quantity',
      eb.fn.countAll<number>().as('count'),
      eb.fn.min('settled_at').as('settled'),
    ])
    .where('account', '=', p.account)
    .where('settled_at', '<', p.until)
    .groupBy(['region', 'line', 'name', 'level', 'quantity']),
);
