// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancedeployment
import { action } from '#apis/context.ts';
import { dedicatedHostFaults } from '#resources/dedicated-host/faults.ts';
import { getDedicatedHost } from '#resources/dedicated-host/verbs/list-hosts.ts';
import {
  joinPlacementGroup,
  leavePlacementGroups,
} from '#resources/instance/verbs/change-placement.ts';
import { launchFaults } from '#resources/instance/launch-faults.ts';
import { placementGroupFaults as faults } from '#resources/placement-group/faults.ts';
import { silent } from '../../parameters.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import * as model from '../models/modify-instance-deployment.ts';

/** Puts an instance into a deployment set, with Force on another host, or takes it out of one. */
export const modifyInstanceDeployment = action.write({
  model,
  input: {
    Force: { default: false },
    RemoveFromDeploymentSet: { default: false },
    DeploymentSetGroupNo: { min: 1, max: 7, reasons: faults.partOutOfRange },
    Tenancy: { values: ['default', 'host'], reasons: launchFaults.tenancyUnknown },
    Affinity: { values: ['default', 'host'], reasons: launchFaults.affinityUnknown },
    MigrationType: { values: ['reboot', 'live'], default: 'reboot' },
    InstanceType: silent,
    DedicatedHostClusterId: silent,
  },
  rules: [
    {
      rule: 'requires',
      field: 'DeploymentSetId',
      when: { field: 'RemoveFromDeploymentSet', is: [true] },
    },
  ],
  handle: async (context, input) => {
    const { region } = context;
    const { InstanceId, DeploymentSetId: group, DeploymentSetGroupNo } = input;
    const onHost = input.DedicatedHostId !== undefined || input.Tenancy === 'host';
    await unexpiredInstance(context, InstanceId);
    if (group !== undefined && onHost) throw faults.notOnHost();
    if (input.DedicatedHostId !== undefined) {
      await getDedicatedHost(context, { key: input.DedicatedHostId, region });
    }
    // An instance is launched onto a dedicated host; no host takes one in that runs elsewhere.
    if (onHost) throw dedicatedHostFaults.noRoom();
    if (group === undefined) return;
    if (input.RemoveFromDeploymentSet) {
      await leavePlacementGroups(context, { keys: [InstanceId], groups: [group], region });
      return;
    }
    await joinPlacementGroup(context, {
      keys: [InstanceId],
      region,
      group,
      part: DeploymentSetGroupNo ?? null,
      mayMove: input.Force,
      again: 'kept',
    });
  },
});
