// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describehighdefinitionmonitorlogattribute
import { requireAddress } from '#resources/elastic-address/require.ts';
import { id } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import * as model from '../models/describe-high-definition-monitor-log-attribute.ts';
import { allocationId } from './address-inputs.ts';

interface MonitorLog {
  readonly project: string;
  readonly store: string;
}

/** Where each second of an address is to be logged. */
export const describeHighDefinitionMonitorLogAttribute = action.read({
  model,
  region: 'optional',
  input: { InstanceId: allocationId, InstanceType: { values: ['EIP'] } },
  output: { InstanceId: id('elastic-address') },
  handle: async (context, { InstanceId: key }) => {
    const region = context.region === '' ? null : context.region;
    const { own } = await requireAddress(context, key, region);
    const log = own['monitorLog'] as MonitorLog | undefined;
    return {
      InstanceId: key,
      InstanceType: 'EIP',
      LogProject: log?.project ?? '',
      LogStore: log?.store ?? '',
      Success: 'true',
    };
  },
});
