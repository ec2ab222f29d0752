// https://cloud.tencent.com/document/api/215/15781 and models/tencent/vpc.json
// ModifySubnetAttribute.
import { modifySubnet } from '#resources/subnet/verbs/modify-subnet.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/modify-subnet-attribute.ts';
import { subnetName } from './subnet-shapes.ts';

export const modifySubnetAttribute = action.write({
  model,
  input: {
    SubnetId: { ...vpcId('subnet'), required: true },
    SubnetName: subnetName,
    EnableBroadcast: { values: ['true', 'false'] },
  },
  handle: (context, { SubnetId: subnet, SubnetName: name, EnableBroadcast: broadcast }) =>
    modifySubnet(context, {
      subnet,
      region: context.region,
      name,
      broadcast: broadcast === undefined ? undefined : broadcast === 'true',
    }),
});
