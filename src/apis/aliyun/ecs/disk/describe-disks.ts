// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describedisks
// Seed 003 L879 sends its readers here for the disks of an instance.
import { action } from '#apis/context.ts';
import { tokenAfter } from '#apis/page-token.ts';
import { policiesOfDisks } from '#resources/auto-snapshot-policy/bindings.ts';
import { listDisks } from '#resources/disk/verbs/list-disks.ts';
import { tagsOf } from '#resources/tag/tags.ts';
import { id, list, string } from '#wire/builders.ts';
import { each } from '#wire/overlay.ts';
import { pageOf } from '../../paging.ts';
import { silent } from '../../parameters.ts';
import * as model from '../models/describe-disks.ts';
import { diskFilters, diskQueryOf } from './disk-filters.ts';
import { renderDisk } from './render-disk.ts';

const PAGE_MAX = 100;
const RESULTS = { min: 10, max: 500 } as const;

/** Disks, attached to instances or to none, newest first. */
export const describeDisks = action.read({
  model,
  input: {
    ...diskFilters,
    // All that they could add is answered anyway.
    AdditionalAttributes: list(string(), silent),
    PageNumber: { default: 1, min: 1 },
    PageSize: { default: 10, min: 1, max: PAGE_MAX },
  },
  output: {
    // Of disks that are of no image, of no other disk, and not in several zones.
    Disks: {
      item: {
        fields: {
          ...each(['ImageId', 'DataSource', 'Placement'], { optional: true }),
          SourceSnapshotId: id('snapshot'),
          AutoSnapshotPolicyId: id('auto-snapshot-policy'),
        },
      },
    },
  },
  handle: async (context, input) => {
    const { db, region } = context;
    const { page, number } = pageOf(input, RESULTS);
    const { total, items, next } = await listDisks(context, {
      region,
      query: diskQueryOf(context.account, input),
      newestFirst: true,
      page,
    });
    const keys = items.map(({ disk }) => disk.key);
    const tags = await tagsOf(db, 'disk', keys);
    const policies = await policiesOfDisks(db, keys);
    return {
      TotalCount: total,
      PageNumber: number,
      PageSize: page.limit,
      NextToken: tokenAfter(next),
      Disks: items.map((one) => {
        const own = policies.get(one.disk.key) ?? [];
        // Of several the one that is asked for: a disk has room for one.
        const policy = own.find((key) => key === input.AutoSnapshotPolicyId) ?? own[0];
        return renderDisk(one, { tags: tags.get(one.disk.key), policy });
      }),
    };
  },
});
