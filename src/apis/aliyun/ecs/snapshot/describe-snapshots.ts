// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describesnapshots
import { action } from '#apis/context.ts';
import { tokenAfter } from '#apis/page-token.ts';
import { listSnapshots } from '#resources/snapshot/verbs/list-snapshots.ts';
import { id } from '#wire/builders.ts';
import { pageOf } from '../../paging.ts';
import * as model from '../models/describe-snapshots.ts';
import { shownSnapshots } from './render-snapshot.ts';
import { snapshotFilters, snapshotQueryOf } from './snapshot-filters.ts';

const PAGE_MAX = 100;

/** Snapshots of the account, newest first. */
export const describeSnapshots = action.read({
  model,
  input: {
    ...snapshotFilters,
    PageNumber: { default: 1, min: 1 },
    PageSize: { default: 10, min: 1, max: PAGE_MAX },
  },
  output: {
    Snapshots: {
      item: {
        fields: {
          SourceDiskId: id('disk'),
          // Of a copy alone.
          SourceSnapshotId: id('snapshot', { optional: true }),
          SourceRegionId: id('region', { optional: true }),
        },
      },
    },
  },
  handle: async (context, input) => {
    const { region } = context;
    const { page, number } = pageOf(input, { min: 1, max: PAGE_MAX });
    const { total, items, next } = await listSnapshots(context, {
      region,
      query: snapshotQueryOf(context.account, input),
      owners: { own: true, others: false },
      newestFirst: true,
      page,
    });
    return {
      TotalCount: total,
      PageNumber: number,
      PageSize: page.limit,
      NextToken: tokenAfter(next),
      Snapshots: await shownSnapshots(context, items),
    };
  },
});
