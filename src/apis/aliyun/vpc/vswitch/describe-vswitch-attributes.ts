// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-describevswitchattributes
import { subnetFaults } from '#resources/subnet/faults.ts';
import { getSubnet } from '#resources/subnet/verbs/get-subnet.ts';
import { action } from '../../../context.ts';
import { regionAsked } from '../parameters.ts';
import { showVSwitches } from './vswitch-shapes.ts';
import * as model from '../models/describe-v-switch-attributes.ts';

export const describeVSwitchAttributes = action.read({
  model,
  region: 'optional',
  handle: async (context, { VSwitchId: subnet }) => {
    const found = await getSubnet(context, { subnet, region: regionAsked(context) });
    const [shown] = await showVSwitches(context, [found]);
    if (shown === undefined) throw subnetFaults.notFound({ subnet });
    return shown;
  },
});
