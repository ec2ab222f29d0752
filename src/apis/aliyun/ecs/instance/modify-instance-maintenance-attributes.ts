// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-modifyinstancemaintenanceattributes
import { action } from '#apis/context.ts';
import { changePlainAttributes } from '#resources/instance/verbs/change-attributes.ts';
import { ParameterFault } from '#wire/parameter-fault.ts';
import * as model from '../models/modify-instance-maintenance-attributes.ts';
import { fullHour, maintenanceActions } from './maintenance.ts';

/** What is not named stays as it is. */
export const modifyInstanceMaintenanceAttributes = action.write({
  model,
  input: {
    ActionOnMaintenance: { values: maintenanceActions },
    InstanceId: {
      required: true,
      min: 1,
      max: 100,
    },
    MaintenanceWindow: {
      max: 1,
      item: {
        fields: {
          StartTime: { required: true, pattern: fullHour },
          EndTime: { required: true, pattern: fullHour },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { ActionOnMaintenance, InstanceId, MaintenanceWindow = [], NotifyOnMaintenance } = input;
    const [window] = MaintenanceWindow;
    if (window !== undefined && window.StartTime === window.EndTime) throw emptyWindow();
    await changePlainAttributes(context, {
      keys: InstanceId,
      region: context.region,
      operation: 'change-attributes',
      change: {
        ...(ActionOnMaintenance === undefined ? {} : { maintenanceAction: ActionOnMaintenance }),
        ...(NotifyOnMaintenance === undefined ? {} : { maintenanceNotify: NotifyOnMaintenance }),
        ...(window === undefined
          ? {}
          : { maintenanceFrom: window.StartTime, maintenanceTo: window.EndTime }),
      },
    });
  },
});

/** A window lasts from one hour to 23. */
function emptyWindow(): ParameterFault {
  const problem = 'must be 1 to 23 hours after StartTime';
  const at = 'MaintenanceWindow.1.EndTime';
  return new ParameterFault(undefined, { constraint: 'range', at, problem });
}
