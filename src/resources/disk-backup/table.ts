import { sql } from 'kysely';
import type { Key } from '#kernel/key.ts';
import type { DiskBackupRow } from '#store/schema/disk-backup.ts';
import { statement } from '#store/statement.ts';
import { listing } from '../listing/listing.ts';
import { nothing, within } from '../listing/narrowings.ts';

interface Keys {
  readonly keys: ReadonlyArray<Key<'disk-backup'>>;
}

interface OfDisks {
  readonly disks: ReadonlyArray<Key<'disk'>>;
}

export const backupsByKeys = statement<Keys>()((db, p) =>
  db.selectFrom('disk_backups').selectAll().where('key', 'in', p.keys).orderBy('seq'),
);

export const backupsOfDisks = statement<OfDisks>()((db, p) =>
  db.selectFrom('disk_backups').selectAll().where('disk', 'in', p.disks).orderBy('seq'),
);

/** How many backups each of these disks has; one without any is absent. */
export const backupCounts = statement<OfDisks>()((db, p) =>
  db
    .selectFrom('disk_backups')
    .select((eb) => ['disk', eb.fn.countAll<number>().as('count')])
    .where('disk', 'in', p.disks)
    .groupBy('disk'),
);

export const expectBackup = statement<{
  readonly key: Key<'disk-backup'>;
  readonly at: number;
}>()((db, p) => db.updateTable('disk_backups').set({ expected_at: p.at }).where('key', '=', p.key));

export const setBackupStates = statement<
  Keys & { readonly from: DiskBackupRow['state']; readonly to: DiskBackupRow['state'] }
>()((db, p) =>
  db
    .updateTable('disk_backups')
    .set({ state: p.to })
    .where('key', 'in', p.keys)
    .where('state', '=', p.from),
);

export const deleteBackupRows = statement<Keys>()((db, p) =>
  db.deleteFrom('disk_backups').where('key', 'in', p.keys),
);

/** Those of these backups that a snapshot is being made from. */
export const backupsBeingCopied = statement<Keys>()((db, p) =>
  db
    .selectFrom('snapshots')
    .select('backup')
    .where('backup', 'in', p.keys)
    .where('state', '=', sql.lit('creating' as const)),
);

/** What backups are asked for. Every list given narrows; the values within one widen. */
export interface DiskBackupQuery {
  readonly keys?: ReadonlyArray<Key<'disk-backup'>> | undefined;
  readonly disks?: ReadonlyArray<Key<'disk'>> | undefined;
  readonly roles?: readonly string[] | undefined;
  readonly zones?: readonly string[] | undefined;
  readonly nothing?: true | undefined;
}

/** How backups are listed (D6). */
export const backupListing = listing<DiskBackupQuery, DiskBackupRow>('disk_backups', {
  keys: within('key', 'few'),
  disks: within('disk', 'few'),
  roles: within('role', 'scan'),
  zones: within('zone', 'scan'),
  nothing,
});
