// https://cloud.tencent.com/document/api/362/16315 and models/tencent/cbs.json DescribeDisks.
import { action } from '#apis/context.ts';
import { listDisks } from '#resources/disk/verbs/list-disks.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, time } from '#wire/builders.ts';
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
    // DEADLINE, the other one of the page, would be an order of the instances.
    OrderField: { values: ['CREATE_TIME'], deprecated: true },
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
          AutoSnapshotPolicyIds: { nullable: true },
          DifferDaysOfDeadline: { nullable: true },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region, now } = context;
    const query = diskFilters.read(input.Filters, region);
    const { total, items } = await listDisks(context, {
      region,
      query: { ...query, ...cloudDisksOnly, keys: query.keys ?? keysNamed(input.DiskIds) },
      newestFirst: input.Order === 'DESC',
      page: pageOf(input),
    });
    const tags = await tagsOf(
      context.db,
      'disk',
      items.map(({ disk }) => disk.key),
    );
    return {
      TotalCount: total,
      DiskSet: items.map((one) => ({
        ...renderCloudDisk(one, { tags: tags.get(one.disk.key), now }),
        AutoSnapshotPolicyIds: input.ReturnBindAutoSnapshotPolicy ? [] : null,
      })),
    };
  },
});
