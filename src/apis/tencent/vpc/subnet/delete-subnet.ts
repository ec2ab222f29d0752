// https://cloud.tencent.com/document/api/215/15783 and models/tencent/vpc.json DeleteSubnet.
import { deleteSubnet as deleteSubnetVerb } from '#resources/subnet/verbs/delete-subnet.ts';
import { id, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { idCodes } from '../listing.ts';

export const deleteSubnet = action.write({
  name: 'DeleteSubnet',
  region: 'required',
  ratePerSecond: 100,
  input: structure({ SubnetId: id('subnet', { required: true, codes: idCodes }) }),
  output: structure({}),
  uses: [deleteSubnetVerb],
  handle: async (context, { SubnetId: subnet }) => {
    await deleteSubnetVerb(context, { subnet, region: context.region });
    return {};
  },
});
