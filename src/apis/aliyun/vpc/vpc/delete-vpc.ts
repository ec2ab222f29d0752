// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletevpc
import { deleteVpc as deleteVpcVerb } from '#resources/vpc/verbs/delete-vpc.ts';
import { boolean, id, string, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { owner } from '../../owner.ts';
import { clientToken, regionAsked, silent } from '../parameters.ts';

export const deleteVpc = action.write({
  name: 'DeleteVpc',
  region: 'optional',
  ratePerSecond: 50,
  input: structure({
    ...owner,
    RegionId: string(),
    VpcId: id('vpc', { required: true }),
    // It takes gateways away as well, of which there are none.
    ForceDelete: boolean(silent),
    ClientToken: clientToken,
    DryRun: boolean(),
  }),
  output: structure({}),
  token: 'ClientToken',
  dryRun: 'DryRun',
  uses: [deleteVpcVerb],
  handle: async (context, { VpcId: vpc }) => {
    await deleteVpcVerb(context, { vpc, region: regionAsked(context) });
    return {};
  },
});
