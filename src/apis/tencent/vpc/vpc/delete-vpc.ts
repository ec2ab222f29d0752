// https://cloud.tencent.com/document/api/215/15775 and models/tencent/vpc.json DeleteVpc.
import { deleteVpc as deleteVpcVerb } from '#resources/vpc/verbs/delete-vpc.ts';
import { id, structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { idCodes } from '../listing.ts';

export const deleteVpc = action.write({
  name: 'DeleteVpc',
  region: 'required',
  ratePerSecond: 100,
  input: structure({ VpcId: id('vpc', { required: true, codes: idCodes }) }),
  output: structure({}),
  uses: [deleteVpcVerb],
  handle: async (context, { VpcId: vpc }) => {
    await deleteVpcVerb(context, { vpc, region: context.region });
    return {};
  },
});
