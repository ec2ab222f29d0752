// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-createdeploymentset
import { action } from '#apis/context.ts';
import { placementGroupFaults as faults } from '#resources/placement-group/faults.ts';
import { createPlacementGroup } from '#resources/placement-group/verbs/groups.ts';
import { each } from '#wire/overlay.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/create-deployment-set.ts';
import { levels, setDescription, setName, strategies } from './set-fields.ts';

/** Makes a set that keeps its instances apart, in groups or each for itself, or near. */
export const createDeploymentSet = action.write({
  model,
  input: {
    DeploymentSetName: setName,
    Description: setDescription,
    Strategy: {
      values: strategies.names,
      default: 'Availability',
      reasons: faults.strategyUnknown,
    },
    Type: { values: levels.names, default: 'host', reasons: faults.levelUnknown },
    Affinity: { default: 1, min: 1, max: 10, reasons: faults.affinityOutOfRange },
    GroupCount: { default: 3, min: 1, max: 7, reasons: faults.partsOutOfRange },
    OnUnableToRedeployFailedInstance: {
      values: ['CancelMembershipAndStart', 'KeepStopped'],
      default: 'CancelMembershipAndStart',
      reasons: faults.unplaceableUnknown,
    },
    // Deprecated: Strategy and Type say what they said.
    ...each(['Domain', 'Granularity'], silent),
    ClientToken: clientToken,
  },
  handle: async (context, input) => {
    const strategy = strategies.neutral(input.Strategy);
    const { OnUnableToRedeployFailedInstance: unable } = input;
    const { group } = await createPlacementGroup(context, {
      region: context.region,
      name: input.DeploymentSetName ?? null,
      description: input.Description ?? null,
      strategy,
      level: levels.neutral(input.Type),
      affinity: input.Affinity,
      parts: strategy === 'parts' ? input.GroupCount : 0,
      unplaceable: unable === 'KeepStopped' ? 'stays-stopped' : 'leaves',
      tags: [],
    });
    return { DeploymentSetId: group.key };
  },
});
