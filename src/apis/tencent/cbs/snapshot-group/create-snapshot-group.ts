// https://cloud.tencent.com/document/api/362/116249 and models/tencent/cbs.json
import { action } from '#apis/context.ts';
import { createSnapshotGroup as make } from '#resources/snapshot-group/verbs/change-groups.ts';
import { checkedTags, tagsGiven } from '../../structs/tag/tags.ts';
import { diskIdsAsked } from '../disk/disk-ids.ts';
import * as model from '../models/create-snapshot-group.ts';
import { snapshotNameAsked } from '../snapshot/snapshot-fields.ts';

/** Makes snapshots of disks of one instance, all at the same moment. */
export const createSnapshotGroup = action.write({
  model,
  input: { DiskIds: diskIdsAsked, SnapshotGroupName: snapshotNameAsked, Tags: tagsGiven },
  rules: [{ rule: 'one-of', fields: ['DiskIds'] }],
  handle: async (context, input) => {
    const { DiskIds: disks, SnapshotGroupName: name = null } = input;
    const SnapshotGroupId = await make(context, {
      region: context.region,
      disks,
      name,
      description: null,
      memberName: (at) => (name === null ? null : `${name}_${at}`),
      resourceGroup: null,
      tags: checkedTags(input.Tags),
      everAttached: false,
      within: 'instance',
      doc: {},
    });
    return { SnapshotGroupId };
  },
});
