// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletevpc
import { deleteVpc as deleteVpcVerb } from '#resources/vpc/verbs/delete-vpc.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import { regionAsked } from '../parameters.ts';
import * as model from '../models/delete-vpc.ts';

export const deleteVpc = action.write({
  model,
  region: 'optional',
  input: {
    ClientToken: clientToken,
  },
  handle: (context, { VpcId: vpc, ForceDelete: forced }) =>
    deleteVpcVerb(context, {
      vpc,
      region: regionAsked(context),
      routes: 'keep it',
      gateways: forced === true ? 'go' : 'keep it',
    }),
});
