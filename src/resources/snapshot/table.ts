import { sql } from 'kysely';
import type { Key } from '#kernel/key.ts';
import { statement } from '#store/statement.ts';
import type { SnapshotRow } from '#store/schema/snapshot.ts';

/** One where a policy made the snapshot. */
const byPolicy = sql<number>`case when policy is null then 0 else 1 end`;

interface Keys {
  readonly keys: ReadonlyArray<Key<'snapshot'>>;
}

export const snapshotsByKeys = statement<Keys>()((db, p) =>
  db.selectFrom('snapshots').selectAll().where('key', 'in', p.keys).orderBy('seq'),
);

/** Those of an account, and those that are shared with it, of these keys. */
export const snapshotsSeenByKeys = statement<Keys & { readonly account: string }>()((db, p) =>
  db
    .selectFrom('snapshots')
    .selectAll()
    .where('key', 'in', p.keys)
    .where((eb) =>
      eb.or([
        eb('account', '=', p.account),
        eb(
          'key',
          'in',
          db
            .selectFrom('snapshot_shares')
            .select('snapshot')
            .where('account', '=', p.account)
            .where('snapshot', 'in', p.keys),
        ),
      ]),
    )
    .orderBy('seq'),
);

export const snapshotsOfGroups = statement<{
  readonly groups: ReadonlyArray<Key<'snapshot-group'>>;
}>()((db, p) =>
  db.selectFrom('snapshots').selectAll().where('snapshot_group', 'in', p.groups).orderBy('seq'),
);

/** Copies that are being made of these snapshots. */
export const copiesUnderWay = statement<Keys>()((db, p) =>
  db
    .selectFrom('snapshots')
    .select(['source', 'region'])
    .where('source', 'in', p.keys)
    .where('state', '=', sql.lit('copying' as const)),
);

/**
 * How many snapshots each of these disks has and how large they are together: by state, and apart
 * those that policies made.
 */
export const snapshotsByDisk = statement<{ readonly disks: ReadonlyArray<Key<'disk'>> }>()(
  (db, p) =>
    db
      .selectFrom('snapshots')
      .select((eb) => [
        'disk',
        'state',
        byPolicy.as('automatic'),
        eb.fn.countAll<number>().as('count'),
        eb.fn.sum<number | string>('size_gib').as('gib'),
      ])
      .where('disk', 'in', p.disks)
      .where('source', 'is', null)
      .groupBy(['disk', 'state', byPolicy]),
);

/** Those that policies made of these disks. */
export const automaticByDisk = statement<{ readonly disks: ReadonlyArray<Key<'disk'>> }>()(
  (db, p) =>
    db
      .selectFrom('snapshots')
      .selectAll()
      .where('disk', 'in', p.disks)
      .where('policy', 'is not', null),
);

export const expectSnapshots = statement<Keys & { readonly at: number }>()((db, p) =>
  db.updateTable('snapshots').set({ expected_at: p.at }).where('key', 'in', p.keys),
);

export const setSnapshotStates = statement<
  Keys & {
    readonly from: ReadonlyArray<SnapshotRow['state']>;
    readonly to: SnapshotRow['state'];
    readonly at: number;
  }
>()((db, p) =>
  db
    .updateTable('snapshots')
    .set({ state: p.to, changed_at: p.at })
    .where('key', 'in', p.keys)
    .where('state', 'in', p.from),
);

export const failSnapshot = statement<{
  readonly key: Key<'snapshot'>;
  readonly doc: string;
  readonly at: number;
}>()((db, p) =>
  db
    .updateTable('snapshots')
    .set({ state: sql.lit('failed' as const), doc: p.doc, changed_at: p.at })
    .where('key', '=', p.key)
    .where('state', 'in', ['creating', 'copying']),
);

export const changeSnapshotRow = statement<{
  readonly key: Key<'snapshot'>;
  readonly name: string | null;
  readonly expiresAt: number | null;
  readonly doc: string;
  readonly at: number;
}>()((db, p) =>
  db
    .updateTable('snapshots')
    .set({ name: p.name, expires_at: p.expiresAt, doc: p.doc, changed_at: p.at })
    .where('key', '=', p.key),
);

export const ungroupSnapshots = statement<Keys>()((db, p) =>
  db.updateTable('snapshots').set({ snapshot_group: null }).where('key', 'in', p.keys),
);

export const deleteSnapshotRows = statement<Keys>()((db, p) =>
  db.deleteFrom('snapshots').where('key', 'in', p.keys),
);

export const deleteSharesOf = statement<Keys>()((db, p) =>
  db.deleteFrom('snapshot_shares').where('snapshot', 'in', p.keys),
);

export const sharesOf = statement<Keys>()((db, p) =>
  db
    .selectFrom('snapshot_shares')
    .selectAll()
    .where('snapshot', 'in', p.keys)
    .orderBy('shared_at')
    .orderBy('account'),
);

/** Snapshots of others that are shared with an account in a region, oldest first. */
export const snapshotsSharedWith = statement<{
  readonly account: string;
  readonly region: string;
  readonly most: number;
}>()((db, p) =>
  db
    .selectFrom('snapshots')
    .selectAll()
    .where(
      'key',
      'in',
      db
        .selectFrom('snapshot_shares')
        .select('snapshot')
        .where('account', '=', p.account)
        .where('region', '=', p.region),
    )
    .orderBy('seq')
    .limit(p.most),
);

export const deleteShares = statement<Keys & { readonly accounts: readonly string[] }>()((db, p) =>
  db
    .deleteFrom('snapshot_shares')
    .where('snapshot', 'in', p.keys)
    .where('account', 'in', p.accounts),
);

/** How many snapshots an account has in a region that are made, and how large they are. */
export const snapshotTotals = statement<{ readonly account: string; readonly region: string }>()(
  (db, p) =>
    db
      .selectFrom('snapshots')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        eb.fn.sum<number | string | null>('size_gib').as('gib'),
      ])
      .where('account', '=', p.account)
      .where('region', '=', p.region)
      .where('state', '<>', sql.lit('failed' as const)),
);
