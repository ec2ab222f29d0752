// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancemaintenanceattributes
import { action } from '#apis/context.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { listInstances } from '#resources/instance/verbs/list.ts';
import { numbered, offsetAndLimit } from '../../paging.ts';
import * as model from '../models/describe-instance-maintenance-attributes.ts';
import { maintenanceActions } from './maintenance.ts';
import { hiddenStates } from './words.ts';

export const describeInstanceMaintenanceAttributes = action.read({
  model,
  region: 'required',
  input: {
    InstanceId: { max: 100 },
    ...numbered(100),
  },
  handle: async (context, { InstanceId = [], PageNumber, PageSize }) => {
    const { total, instances } = await listInstances(context, {
      region: context.region,
      keys: InstanceId.length === 0 ? undefined : InstanceId,
      notStates: hiddenStates,
      ...offsetAndLimit({ PageNumber, PageSize }),
    });
    return {
      TotalCount: total,
      PageNumber,
      PageSize,
      MaintenanceAttributes: instances.map(attributesOf),
    };
  },
});

function attributesOf(instance: Instance) {
  const { maintenanceAction, maintenanceFrom: from, maintenanceTo: to } = instance;
  const [, DefaultValue] = maintenanceActions;
  return {
    InstanceId: instance.key,
    NotifyOnMaintenance: instance.maintenanceNotify,
    ActionOnMaintenance: {
      DefaultValue,
      SupportedValues: maintenanceActions,
      Value: maintenanceAction ?? DefaultValue,
    },
    MaintenanceWindows: from === null || to === null ? [] : [{ StartTime: from, EndTime: to }],
  };
}
