// https://cloud.tencent.com/document/product/215 and models/tencent/vpc.json
// DeleteReserveIpAddresses.
import { reservedAddressFaults } from '#resources/reserved-address/faults.ts';
import { giveUpReserved } from '#resources/reserved-address/verbs/reserved-addresses.ts';
import { action } from '../../../context.ts';
import { vpcId } from '../listing.ts';
import * as model from '../models/delete-reserve-ip-addresses.ts';

/** The page names no bound: ours. */
const IDS_MAX = 100;

/** Gives reserved addresses up, all of them or none. */
export const deleteReserveIpAddresses = action.write({
  model,
  input: {
    VpcId: { ...vpcId('vpc'), required: true },
    ReserveIpIds: {
      required: true,
      min: 1,
      max: IDS_MAX,
      item: vpcId('reserved-address'),
      reasons: { count: reservedAddressFaults.countOutOfRange },
    },
  },
  handle: (context, { VpcId: vpc, ReserveIpIds: keys }) =>
    giveUpReserved(context, { region: context.region, vpc, keys }),
});
