// https://cloud.tencent.com/document/api/215/15783 and models/tencent/vpc.json DeleteSubnet.
import { deleteSubnet as deleteSubnetVerb } from '#resources/subnet/verbs/delete-subnet.ts';
import { overlay } from '#wire/overlay.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/delete-subnet.ts';

export const deleteSubnet = action.write({
  name: 'DeleteSubnet',
  region: 'required',
  ratePerSecond: 100,
  input: overlay(model.request, { SubnetId: { ...vpcId('subnet'), required: true } }),
  output: model.response,
  uses: [deleteSubnetVerb],
  handle: async (context, { SubnetId: subnet }) => {
    await deleteSubnetVerb(context, { subnet, region: context.region });
    return {};
  },
});
