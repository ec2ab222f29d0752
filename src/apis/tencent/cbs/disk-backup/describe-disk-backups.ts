// https://cloud.tencent.com/document/api/362/80278 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { diskFaults } from '#resources/disk/faults.ts';
import { type DiskBackup, progressOf } from '#resources/disk-backup/disk-backup.ts';
import { diskBackupFaults } from '#resources/disk-backup/faults.ts';
import { listDiskBackups } from '#resources/disk-backup/verbs/list-backups.ts';
import { listingFaults } from '#resources/listing/faults.ts';
import { time } from '#wire/builders.ts';
import { asks, idOf, listFilters } from '../../structs/filters.ts';
import { idsOrFilters, keysNamed, pageFields, pageOf } from '../../structs/listing.ts';
import { usages } from '../disk/disk-filters.ts';
import * as model from '../models/describe-disk-backups.ts';
import { diskUsage } from '../snapshot/disk-usage.ts';
import { backupIdsAsked } from './backup-ids.ts';

/** DiskBackupState. */
const stateWords = { creating: 'CREATING', ready: 'NORMAL', restoring: 'ROLLBACKING' } as const;

const filters = listFilters(
  {
    'disk-backup-id': asks('keys', idOf('disk-backup', diskBackupFaults.malformed)),
    'disk-id': asks('disks', idOf('disk', diskFaults.malformed)),
    'disk-usage': diskUsage,
  },
  {
    max: 10,
    valuesMax: 100,
    reasons: {
      unknown: listingFaults.filterUnknown,
      count: listingFaults.tooManyFilters,
      value: listingFaults.valueMalformed,
    },
  },
);

/** Backups of disks by their ids, or by filters; oldest first where nothing is said. */
export const describeDiskBackups = action.read({
  model,
  input: {
    DiskBackupIds: backupIdsAsked,
    Filters: filters.shape,
    ...pageFields,
    OrderField: { values: ['CREATE_TIME'], deprecated: true },
    Order: { values: ['ASC', 'DESC'], default: 'ASC' },
  },
  rules: [idsOrFilters('DiskBackupIds')],
  output: { DiskBackupSet: { item: { fields: { CreateTime: time({ form: 'spaced' }) } } } },
  handle: async (context, input) => {
    const { region, now } = context;
    const query = filters.read(input.Filters, region);
    const { total, items } = await listDiskBackups(context, {
      region,
      query: { ...query, keys: query.keys ?? keysNamed(input.DiskBackupIds) },
      newestFirst: input.Order === 'DESC',
      page: pageOf(input),
    });
    return { TotalCount: total, DiskBackupSet: items.map((one) => shownBackup(one, now)) };
  },
});

function shownBackup(backup: DiskBackup, now: number) {
  return {
    DiskBackupId: backup.key,
    DiskBackupName: backup.name ?? '',
    DiskBackupState: stateWords[backup.state],
    Percent: progressOf(backup, now),
    DiskId: backup.disk,
    DiskSize: backup.sizeGiB,
    DiskUsage: usages[backup.role],
    Encrypt: backup.encrypted,
    CreateTime: backup.createdAt,
  };
}
