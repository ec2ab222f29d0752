import { statement } from '#store/statement.ts';

/** A page of all instances, whoever's, as they were made: what a look is compared with. */
export const conditionPage = statement<{ readonly after: number; readonly limit: number }>()(
  (db, p) =>
    db
      .selectFrom('instances')
      .select(['seq', 'key', 'version', 'state', 'fault', 'host'])
      .where('seq', '>', p.after)
      .orderBy('seq')
      .limit(p.limit),
);
