// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-stopinstance
import { action } from '#apis/context.ts';
import { instanceFaults } from '#resources/instance/faults.ts';
import { stopInstances } from '#resources/instance/verbs/power.ts';
import { unexpiredInstance } from './named-instance.ts';
import { silent } from '../../parameters.ts';
import { stoppedMode } from './stopped-mode.ts';
import * as model from '../models/stop-instance.ts';

/** Where an instance cannot be kept without charge, StopCharging stops it all the same. */
export const stopInstance = action.write({
  model,
  region: 'none',
  input: {
    ForceStop: { default: false },
    StoppedMode: stoppedMode,
    ConfirmStop: silent,
    Hibernate: { default: false },
  },
  handle: async (context, { InstanceId, ForceStop, StoppedMode, Hibernate }) => {
    const { key: instance } = await unexpiredInstance(context, InstanceId);
    if (Hibernate) throw instanceFaults.hibernationOff({ instance });
    await stopInstances(context, {
      keys: [InstanceId],
      region: null,
      mode: ForceStop ? 'hard' : 'soft',
      stopMode: StoppedMode === 'StopCharging' ? 'stop-charging' : 'keep-charging',
    });
  },
});
