// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-modifyeipforwardmode
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { requireAddress } from '#resources/elastic-address/require.ts';
import { changeAttributes } from '#resources/elastic-address/verbs/change-attributes.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import * as model from '../models/modify-eip-forward-mode.ts';
import { allocationId } from './address-inputs.ts';

/** How an interface sees the address that is bound to it. */
export const modifyEipForwardMode = action.write({
  model,
  region: 'optional',
  input: {
    InstanceId: allocationId,
    Mode: { values: ['NAT', 'MULTI_BINDED', 'BINDED'] },
    ClientToken: clientToken,
  },
  handle: async (context, { InstanceId: key, Mode: mode }) => {
    const region = context.region === '' ? null : context.region;
    const { holder } = await requireAddress(context, key, region);
    if (holder?.kind !== 'network-interface') {
      throw elasticAddressFaults.notBound({ 'elastic-address': key });
    }
    await changeAttributes(context, { region, keys: [key], change: { own: { mode } } });
  },
});
