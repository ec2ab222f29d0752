// https://cloud.tencent.com/document/api/213/97840 (seed 004 L18525)
import { action } from '#apis/context.ts';
import { joinPlacementGroup } from '#resources/instance/verbs/change-placement.ts';
import { placementGroupFaults as faults } from '#resources/placement-group/faults.ts';
import { instanceIdsMeant, someInstanceIds } from '../../structs/instance/instance-ids.ts';
import * as model from '../models/modify-instances-disaster-recover-group.ts';
import { groupId, groupIds } from './group-fields.ts';

/** Puts instances into a group, all or none; with Force they may move to other hosts for it. */
export const modifyInstancesDisasterRecoverGroup = action.write({
  model,
  input: {
    InstanceIds: instanceIdsMeant,
    DisasterRecoverGroupId: groupId,
    // A list of today's SDK, of one for now.
    DisasterRecoverGroupIds: { ...groupIds, max: 1 },
    Force: { default: false },
    PartitionNumber: { min: 1, reasons: { range: faults.partOutOfRange } },
  },
  rules: [
    someInstanceIds,
    { rule: 'one-of', fields: ['DisasterRecoverGroupId', 'DisasterRecoverGroupIds'] },
  ],
  handle: async (context, input) => {
    const { DisasterRecoverGroupId, DisasterRecoverGroupIds = [], PartitionNumber } = input;
    const named = [...new Set([...DisasterRecoverGroupIds, DisasterRecoverGroupId ?? []].flat())];
    const [group = '', ...others] = named;
    if (others.length > 0) throw faults.tooMany({ message: 'An instance is in one group.' });
    await joinPlacementGroup(context, {
      keys: input.InstanceIds,
      region: context.region,
      group,
      part: PartitionNumber ?? null,
      mayMove: input.Force,
      again: 'refused',
    });
  },
});
