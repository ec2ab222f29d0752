// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletevpc
import { deleteVpc as deleteVpcVerb } from '#resources/vpc/verbs/delete-vpc.ts';
import { overlay } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { clientToken, regionAsked, silent } from '../parameters.ts';
import * as model from '../models/delete-vpc.ts';

export const deleteVpc = action.write({
  name: 'DeleteVpc',
  region: 'optional',
  ratePerSecond: 50,
  input: overlay(model.request, {
    // It takes gateways away as well, of which there are none.
    ForceDelete: silent,
    ClientToken: clientToken,
  }),
  output: model.response,
  token: 'ClientToken',
  dryRun: 'DryRun',
  uses: [deleteVpcVerb],
  handle: async (context, { VpcId: vpc }) => {
    await deleteVpcVerb(context, { vpc, region: regionAsked(context) });
    return {};
  },
});
