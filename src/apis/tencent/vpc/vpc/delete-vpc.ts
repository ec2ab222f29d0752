// https://cloud.tencent.com/document/api/215/15775 and models/tencent/vpc.json DeleteVpc.
import { deleteVpc as deleteVpcVerb } from '#resources/vpc/verbs/delete-vpc.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/delete-vpc.ts';

export const deleteVpc = action.write({
  model,
  input: { VpcId: { ...vpcId('vpc'), required: true } },
  handle: (context, { VpcId: vpc }) => deleteVpcVerb(context, { vpc, region: context.region }),
});
