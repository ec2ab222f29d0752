import type { Key } from '#kernel/key.ts';
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

/** A page of all instances that have an address: whose traffic their security groups decide. */
export const addressPage = statement<{ readonly after: number; readonly limit: number }>()(
  (db, p) =>
    db
      .selectFrom('instances')
      .select(['seq', 'key', 'private_ip as address', 'launched_by as launchedBy'])
      .where('seq', '>', p.after)
      .where('private_ip', 'is not', null)
      .where('state', '<>', 'launch-failed')
      .orderBy('seq')
      .limit(p.limit),
);

/** The same, with what their bandwidth is; what was taken back has no network any more. */
export const networkPage = statement<{ readonly after: number; readonly limit: number }>()(
  (db, p) =>
    db
      .selectFrom('instances')
      .select(['seq', 'key', 'out_mbps as outMbps', 'in_mbps as inMbps'])
      .where('seq', '>', p.after)
      .where('private_ip', 'is not', null)
      .where('state', '<>', 'launch-failed')
      .orderBy('seq')
      .limit(p.limit),
);

export const instancesOfHost = statement<{ readonly host: Key<'host'> }>()((db, p) =>
  db.selectFrom('instances').selectAll().where('host', '=', p.host).orderBy('key'),
);
