// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-enablevpcclassiclink
import { modifyVpc } from '#resources/vpc/verbs/modify-vpc.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/enable-vpc-classic-link.ts';

export const enableVpcClassicLink = action.write({
  model,
  input: { ClientToken: clientToken },
  handle: (context, { VpcId: vpc }) =>
    modifyVpc(context, { vpc, region: context.region, details: { classicLink: true } }),
});
