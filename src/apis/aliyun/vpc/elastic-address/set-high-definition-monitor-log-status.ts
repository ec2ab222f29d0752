// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-sethighdefinitionmonitorlogstatus
import { changeAttributes } from '#resources/elastic-address/verbs/change-attributes.ts';
import { action } from '../../../context.ts';
import * as model from '../models/set-high-definition-monitor-log-status.ts';
import { allocationId } from './address-inputs.ts';

/** Writes down where each second of an address is to be logged; nothing is logged here. */
export const setHighDefinitionMonitorLogStatus = action.write({
  model,
  region: 'optional',
  input: {
    InstanceId: allocationId,
    InstanceType: { values: ['EIP'] },
    Status: { values: ['ON', 'OFF'] },
    LogProject: { max: 128 },
    LogStore: { max: 128 },
  },
  handle: async (context, { InstanceId: key, Status, LogProject: project, LogStore: store }) => {
    const region = context.region === '' ? null : context.region;
    const monitorLog = Status === 'ON' ? { project, store } : undefined;
    await changeAttributes(context, { region, keys: [key], change: { own: { monitorLog } } });
    return { Success: 'true' };
  },
});
