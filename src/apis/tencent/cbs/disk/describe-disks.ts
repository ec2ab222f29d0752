// https://cloud.tencent.com/document/api/362/16315 and models/tencent/cbs.json DescribeDisks.
import { action } from '#apis/context.ts';
import { policiesOfDisks } from '#resources/auto-snapshot-policy/bindings.ts';
import { backupsPerDisk } from '#resources/disk-backup/usage.ts';
import { listDisks } from '#resources/disk/verbs/list-disks.ts';
import { snapshotsOfDisks } from '#resources/snapshot/usage.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, list, time } from '#wire/builders.ts';
import { idsOrFilters, keysNamed, pageFields, pageOf } from '../../structs/listing.ts';
import * as model from '../models/describe-disks.ts';
import { cloudDisksOnly, diskFilters } from './disk-filters.ts';
import { diskIdsAsked } from './disk-ids.ts';
import { renderCloudDisk } from './render-cloud-disk.ts';

/** Cloud disks by their ids, or by filters. */
export const describeDisks = action.read({
  model,
  input: {
    DiskIds: diskIdsAsked,
    Filters: diskFilters.shape,
    ...pageFields,
    OrderField: { values: ['CREATE_TIME', 'DEADLINE'], default: 'CREATE_TIME' },
    Order: { values: ['ASC', 'DESC'], default: 'DESC' },
    ReturnBindAutoSnapshotPolicy: { default: false },
  },
  rules: [idsOrFilters('DiskIds')],
  output: {
    DiskSet: {
      item: {
        fields: {
          CreateTime: time({ form: 'spaced' }),
          LastAttachInsId: id('instance'),
          AutoSnapshotPolicyIds: list(id('auto-snapshot-policy'), { nullable: true }),
          DifferDaysOfDeadline: { nullable: true },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, now, db } = context;
    const query = diskFilters.read(input.Filters, region);
    const { total, items } = await listDisks(context, {
      region,
      query: { ...query, ...cloudDisksOnly, keys: query.keys ?? keysNamed(input.DiskIds) },
      newestFirst: input.Order === 'DESC',
      page: pageOf(input),
      ...(input.OrderField === 'DEADLINE' && { by: 'deadline' }),
    });
    const keys = items.map(({ disk }) => disk.key);
    const tags = await tagsOf(db, 'disk', keys);
    const snapshots = await snapshotsOfDisks(db, keys);
    const backups = await backupsPerDisk(db, keys);
    const isAsked = input.ReturnBindAutoSnapshotPolicy;
    const policies = isAsked ? await policiesOfDisks(db, keys) : undefined;
    return {
      TotalCount: total,
      DiskSet: items.map((one) => ({
        ...renderCloudDisk(one, {
          tags: tags.get(one.disk.key),
          snapshots: snapshots.get(one.disk.key),
          backups: backups.get(one.disk.key),
          now,
        }),
        AutoSnapshotPolicyIds: policies === undefined ? null : (policies.get(one.disk.key) ?? []),
      })),
    };
  },
});
