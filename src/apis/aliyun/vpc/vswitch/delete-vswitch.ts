// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletevswitch
import { deleteSubnet } from '#resources/subnet/verbs/delete-subnet.ts';
import { boolean, id, string, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { owner } from '../../owner.ts';
import { regionAsked } from '../parameters.ts';

export const deleteVSwitch = action.write({
  name: 'DeleteVSwitch',
  region: 'optional',
  ratePerSecond: 50,
  input: structure({
    ...owner,
    RegionId: string(),
    VSwitchId: id('subnet', { required: true }),
    DryRun: boolean(),
  }),
  output: structure({}),
  dryRun: 'DryRun',
  uses: [deleteSubnet],
  handle: async (context, { VSwitchId: subnet }) => {
    await deleteSubnet(context, { subnet, region: regionAsked(context) });
    return {};
  },
});
