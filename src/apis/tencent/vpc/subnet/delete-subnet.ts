// https://cloud.tencent.com/document/api/215/15783 and models/tencent/vpc.json DeleteSubnet.
import { deleteSubnet as deleteSubnetVerb } from '#resources/subnet/verbs/delete-subnet.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/delete-subnet.ts';

export const deleteSubnet = action.write({
  model,
  input: { SubnetId: { ...vpcId('subnet'), required: true } },
  handle: (context, { SubnetId: subnet }) =>
    deleteSubnetVerb(context, { subnet, region: context.region }),
});
