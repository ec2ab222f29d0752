import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';

interface OfInstance {
  readonly instance: Key<'instance'>;
}

export const periodsOfInstance = statement<OfInstance>()((db, p) =>
  db
    .selectFrom('bandwidth_periods')
    .selectAll()
    .where('instance', '=', p.instance)
    .orderBy('number'),
);

export const deletePeriods = statement<OfInstance>()((db, p) =>
  db.deleteFrom('bandwidth_periods').where('instance', '=', p.instance),
);

/** The history of what is over, where it grows too long. */
export const deleteEndedPeriods = statement<OfInstance & { readonly until: number }>()((db, p) =>
  db
    .deleteFrom('bandwidth_periods')
    .where('instance', '=', p.instance)
    .where('ends_at', '<=', p.until),
);
