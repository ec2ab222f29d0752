// https://cloud.tencent.com/document/api/213/17813 (seed 004 L24331)
import { action } from '#apis/context.ts';
import { placementGroupFaults as faults } from '#resources/placement-group/faults.ts';
import { createPlacementGroup } from '#resources/placement-group/verbs/groups.ts';
import { time } from '#wire/builders.ts';
import * as model from '../models/create-disaster-recover-group.ts';
import { specifiedTags, tagSpecification } from '../../structs/tag/tags.ts';
import { affinity, groupId, groupName, levels, shownGroup, strategies } from './group-fields.ts';

/** Makes a group that keeps its instances apart, on hosts, racks or switches of their own. */
export const createDisasterRecoverGroup = action.write({
  model,
  input: {
    Name: groupName,
    Type: { values: levels.names, reasons: { value: faults.levelUnknown } },
    Affinity: { ...affinity, default: 1 },
    Strategy: {
      values: strategies.names,
      default: 'SPREAD',
      reasons: { value: faults.strategyUnknown },
    },
    PartitionCount: { min: 2, max: 30, reasons: { range: faults.partsOutOfRange } },
    TagSpecification: tagSpecification('ps'),
  },
  rules: [
    {
      rule: 'requires',
      field: 'PartitionCount',
      when: { field: 'Strategy', is: ['PARTITION'] },
      reason: faults.partsOutOfRange,
    },
  ],
  output: {
    DisasterRecoverGroupId: groupId,
    CreateTime: time({ form: 'seconds' }),
    Strategy: { optional: true },
    PartitionCount: { optional: true },
  },
  handle: async (context, input) => {
    const { Name: name, Affinity, Strategy, PartitionCount = 0, TagSpecification } = input;
    const strategy = strategies.neutral(Strategy);
    const shown = await createPlacementGroup(context, {
      region: context.region,
      name,
      description: null,
      strategy,
      level: levels.neutral(input.Type),
      affinity: Affinity,
      parts: strategy === 'parts' ? PartitionCount : 0,
      unplaceable: 'leaves',
      tags: specifiedTags(TagSpecification),
    });
    return shownGroup(shown);
  },
});
