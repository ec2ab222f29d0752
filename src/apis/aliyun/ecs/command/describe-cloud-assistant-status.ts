// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-describecloudassistantstatus
import { action } from '#apis/context.ts';
import { commandFaults } from '#resources/command/faults.ts';
import { usesOfInstances } from '#resources/command/verbs/invoke.ts';
import { systemOf } from '#resources/image/system.ts';
import { omitted } from '#wire/overlay.ts';
import { instancePage } from '../instance/instance-page.ts';
import * as model from '../models/describe-cloud-assistant-status.ts';
import { later, pages } from './command-fields.ts';
import { shownTime } from './invocation-words.ts';

/** The version that the page shows. */
const VERSION = '2.2.0.106';

/** Whether commands can be run in instances: in those that run, and how many were. */
export const describeCloudAssistantStatus = action.read({
  model,
  input: {
    InstanceId: { max: 100, reasons: { count: commandFaults.tooManyInstances } },
    MaxResults: later,
    NextToken: later,
    OSType: omitted('No list is narrowed by the system of an instance here.'),
    PageNumber: pages.PageNumber,
    PageSize: { ...pages.PageSize, max: 100 },
  },
  output: {
    NextToken: { optional: true },
    InstanceCloudAssistantStatusSet: {
      item: {
        fields: {
          LastHeartbeatTime: { optional: true },
          SupportSessionManager: { optional: true },
        },
      },
    },
  },
  handle: async (context, input) => {
    const { instances, figures } = await instancePage(context, input, { keys: input.InstanceId });
    const keys = instances.map(({ key }) => key);
    const missing = (input.InstanceId ?? []).find((key) => !keys.includes(key));
    if (missing !== undefined && figures.TotalCount < new Set(input.InstanceId).size) {
      throw commandFaults.instanceNotFound({ instance: missing });
    }
    const uses = await usesOfInstances(context, keys);
    return {
      ...figures,
      InstanceCloudAssistantStatusSet: instances.map((instance) => {
        const used = uses.get(instance.key);
        const isThere = instance.state === 'running' && instance.fault === null;
        const system = systemOf(context.cloud.catalogue, instance);
        return {
          ActiveTaskCount: used?.open ?? 0,
          CloudAssistantStatus: String(isThere),
          CloudAssistantVersion: VERSION,
          InstanceId: instance.key,
          InvocationCount: used?.count ?? 0,
          LastInvokedTime: shownTime(used?.last ?? null),
          OSType: system?.osFamily === 'windows' ? 'Windows' : 'Linux',
        };
      }),
    };
  },
});
