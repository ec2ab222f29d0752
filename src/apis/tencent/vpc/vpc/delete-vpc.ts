// https://cloud.tencent.com/document/api/215/15775 and models/tencent/vpc.json DeleteVpc.
import { deleteVpc as deleteVpcVerb } from '#resources/vpc/verbs/delete-vpc.ts';
import { structure } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';

export const deleteVpc = action.write({
  name: 'DeleteVpc',
  region: 'required',
  ratePerSecond: 100,
  input: structure({ VpcId: { ...vpcId('vpc'), required: true } }),
  output: structure({}),
  uses: [deleteVpcVerb],
  handle: async (context, { VpcId: vpc }) => {
    await deleteVpcVerb(context, { vpc, region: context.region });
    return {};
  },
});
