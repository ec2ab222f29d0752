import type { AddressRangeRow } from '#store/schema/address-range.ts';
import { statement } from '#store/statement.ts';

interface ByKey {
  readonly key: string;
}

interface ByRange {
  readonly range: string;
}

export const rangeByKey = statement<ByKey>()((db, p) =>
  db.selectFrom('address_ranges').selectAll().where('key', '=', p.key),
);

export const freeByKeys = statement<{ readonly keys: readonly string[] }>()((db, p) =>
  db.selectFrom('address_ranges').select(['key', 'free']).where('key', 'in', p.keys),
);

/** Adds a range unless there is one of that key. */
export const insertRange = statement<AddressRangeRow>()((db, p) =>
  db
    .insertInto('address_ranges')
    .values({ key: p.key, first: p.first, last: p.last, cursor: p.cursor, free: p.free })
    .onConflict((conflict) => conflict.column('key').doNothing()),
);

/**
 * Gives out the next `count` addresses of the cursor in one step, where none of them was taken in
 * advance; answers where the cursor is then.
 */
export const advanceCursor = statement<ByKey & { readonly count: number }>()((db, p) =>
  db
    .updateTable('address_ranges')
    .set((eb) => ({
      cursor: eb('cursor', '+', p.count),
      free: eb('free', '-', p.count),
    }))
    .where('key', '=', p.key)
    .where('free', '>=', p.count)
    .where((eb) => eb(eb('cursor', '+', p.count), '<=', eb('last', '+', eb.lit(1))))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('advance_addresses')
            .select('advance_addresses.address')
            .where('advance_addresses.range', '=', p.key)
            .whereRef('advance_addresses.address', '>=', 'address_ranges.cursor')
            .where((inner) =>
              inner('advance_addresses.address', '<', inner('address_ranges.cursor', '+', p.count)),
            ),
        ),
      ),
    )
    .returning('cursor'),
);

/** Books `count` addresses, whichever they will be: what holds the row for all that follows. */
export const lowerFree = statement<ByKey & { readonly count: number }>()((db, p) =>
  db
    .updateTable('address_ranges')
    .set((eb) => ({ free: eb('free', '-', p.count) }))
    .where('key', '=', p.key)
    .where('free', '>=', p.count),
);

/** Gives `count` addresses back to the books, never more than the range has; answers its bounds. */
export const raiseFree = statement<ByKey & { readonly count: number }>()((db, p) =>
  db
    .updateTable('address_ranges')
    .set((eb) => ({ free: eb('free', '+', p.count) }))
    .where('key', '=', p.key)
    .where((eb) =>
      eb(eb('free', '+', p.count), '<=', eb(eb('last', '-', eb.ref('first')), '+', eb.lit(1))),
    )
    .returning(['first', 'last', 'cursor']),
);

export const moveCursor = statement<ByKey & { readonly from: number; readonly to: number }>()(
  (db, p) =>
    db
      .updateTable('address_ranges')
      .set({ cursor: p.to })
      .where('key', '=', p.key)
      .where('cursor', '=', p.from),
);

/** Removes a range of which nothing is taken. */
export const deleteUntakenRange = statement<ByKey>()((db, p) =>
  db
    .deleteFrom('address_ranges')
    .where('key', '=', p.key)
    .where((eb) => eb('free', '=', eb(eb('last', '-', eb.ref('first')), '+', eb.lit(1)))),
);

export const deleteRangeRow = statement<ByKey>()((db, p) =>
  db.deleteFrom('address_ranges').where('key', '=', p.key),
);

export const advanceBetween = statement<ByRange & { readonly from: number; readonly to: number }>()(
  (db, p) =>
    db
      .selectFrom('advance_addresses')
      .select('address')
      .where('range', '=', p.range)
      .where('address', '>=', p.from)
      .where('address', '<', p.to),
);

export const insertAdvance = statement<ByRange & { readonly address: number }>()((db, p) =>
  db
    .insertInto('advance_addresses')
    .values({ range: p.range, address: p.address })
    .onConflict((conflict) => conflict.columns(['range', 'address']).doNothing()),
);

export const deleteAdvance = statement<ByRange & { readonly address: number }>()((db, p) =>
  db.deleteFrom('advance_addresses').where('range', '=', p.range).where('address', '=', p.address),
);

/** Forgets what the cursor has passed: behind it, taken is what was not given back. */
export const deleteAdvanceBelow = statement<ByRange & { readonly below: number }>()((db, p) =>
  db.deleteFrom('advance_addresses').where('range', '=', p.range).where('address', '<', p.below),
);

export const lowestReleased = statement<ByRange & { readonly limit: number }>()((db, p) =>
  db
    .selectFrom('released_addresses')
    .select('address')
    .where('range', '=', p.range)
    .orderBy('address')
    .limit(p.limit),
);

export const insertReleased = statement<ByRange & { readonly address: number }>()((db, p) =>
  db
    .insertInto('released_addresses')
    .values({ range: p.range, address: p.address })
    .onConflict((conflict) => conflict.columns(['range', 'address']).doNothing()),
);

export const deleteReleased = statement<ByRange & { readonly address: number }>()((db, p) =>
  db.deleteFrom('released_addresses').where('range', '=', p.range).where('address', '=', p.address),
);

/** Takes the released addresses up to and including `upTo`. */
export const deleteReleasedUpTo = statement<ByRange & { readonly upTo: number }>()((db, p) =>
  db.deleteFrom('released_addresses').where('range', '=', p.range).where('address', '<=', p.upTo),
);

export const deleteAllAdvance = statement<ByRange>()((db, p) =>
  db.deleteFrom('advance_addresses').where('range', '=', p.range),
);

export const deleteAllReleased = statement<ByRange>()((db, p) =>
  db.deleteFrom('released_addresses').where('range', '=', p.range),
);
