// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describeinstancemaintenanceattributes
import { action } from '#apis/context.ts';
import type { Instance } from '#resources/instance/instance.ts';
import { numbered } from '../../paging.ts';
import * as model from '../models/describe-instance-maintenance-attributes.ts';
import { instancePage } from './instance-page.ts';
import { maintenanceActions } from './maintenance.ts';

export const describeInstanceMaintenanceAttributes = action.read({
  model,
  input: {
    InstanceId: { max: 100 },
    ...numbered(100),
  },
  handle: async (context, input) => {
    const asked = { keys: input.InstanceId };
    const { instances, figures } = await instancePage(context, input, asked);
    return {
      ...figures,
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
