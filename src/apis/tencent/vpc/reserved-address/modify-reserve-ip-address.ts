// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// ModifyReserveIpAddress.
import { changeReserved } from '#resources/reserved-address/verbs/reserved-addresses.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/modify-reserve-ip-address.ts';
import { reservedTexts } from './reserved-shapes.ts';

/** Names a reserved address anew, or describes it. */
export const modifyReserveIpAddress = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    ReserveIpId: { ...vpcId('reserved-address'), required: true },
    ...reservedTexts,
  },
  handle: (context, { VpcId: vpc, ReserveIpId, Name: name, Description: description }) =>
    changeReserved(context, {
      region: context.region,
      vpc,
      keys: [ReserveIpId],
      name,
      description,
    }),
});
