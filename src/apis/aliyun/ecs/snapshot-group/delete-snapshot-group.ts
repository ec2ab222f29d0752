// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-deletesnapshotgroup
import { action } from '#apis/context.ts';
import { deleteSnapshotGroups } from '#resources/snapshot-group/verbs/change-groups.ts';
import { aliyunId } from '../../ids.ts';
import * as model from '../models/delete-snapshot-group.ts';
import { succeeded } from '../snapshot/operation-progress.ts';

/** Deletes a group with its snapshots; those that images are made from outlive it. */
export const deleteSnapshotGroup = action.write({
  model,
  handle: async (context, { SnapshotGroupId: group }) => {
    const deleted = await deleteSnapshotGroups(context, {
      keys: [group],
      region: context.region,
      imaged: 'stay',
      disks: 'keep',
      making: 'cancel',
    });
    const steps = deleted.map(({ key }) => [['SnapshotId', aliyunId('snapshot', key)] as const]);
    return { OperationProgressSet: succeeded(steps) };
  },
});
