// https://cloud.tencent.com/document/api/215/15775 and models/tencent/vpc.json DeleteVpc.
import { deleteVpc as deleteVpcVerb } from '#resources/vpc/verbs/delete-vpc.ts';
import { overlay } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/delete-vpc.ts';

export const deleteVpc = action.write({
  name: 'DeleteVpc',
  region: 'required',
  ratePerSecond: 100,
  input: overlay(model.request, { VpcId: { ...vpcId('vpc'), required: true } }),
  output: model.response,
  uses: [deleteVpcVerb],
  handle: async (context, { VpcId: vpc }) => {
    await deleteVpcVerb(context, { vpc, region: context.region });
    return {};
  },
});
