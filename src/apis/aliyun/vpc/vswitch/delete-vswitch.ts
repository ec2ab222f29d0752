// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletevswitch
import { deleteSubnet } from '#resources/subnet/verbs/delete-subnet.ts';
import { action } from '../../../context.ts';
import { regionAsked } from '../parameters.ts';
import * as model from '../models/delete-v-switch.ts';

export const deleteVSwitch = action.write({
  model,
  region: 'optional',
  handle: (context, { VSwitchId: subnet }) =>
    deleteSubnet(context, { subnet, region: regionAsked(context) }),
});
