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

/** Makes an instance what its machine is, if nobody changed it since it was read (D3). */
export const followMachine = statement<{
  readonly key: string;
  readonly version: number;
  readonly state: string;
  readonly fault: string | null;
  readonly host: string | null;
  readonly doc: string;
}>()((db, p) =>
  db
    .updateTable('instances')
    .set((eb) => ({
      state: p.state,
      fault: p.fault,
      host: p.host,
      doc: p.doc,
      version: eb('version', '+', 1),
    }))
    .where('key', '=', p.key)
    .where('version', '=', p.version),
);
