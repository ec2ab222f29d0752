// https://www.alibabacloud.com/help/en/nat-gateway/developer-reference/api-vpc-2016-04-28-modifynatgatewayspec
import { natGatewayFaults } from '#resources/nat-gateway/faults.ts';
import { getNatGateway } from '#resources/nat-gateway/verbs/get-nat-gateway.ts';
import { modifyNatGateway } from '#resources/nat-gateway/verbs/modify-nat-gateway.ts';
import { action } from '../../../context.ts';
import { clientToken, silent } from '../../parameters.ts';
import * as model from '../models/modify-nat-gateway-spec.ts';
import { sizeNamed, sizes } from './nat-gateway-shapes.ts';

export const modifyNatGatewaySpec = action.write({
  model,
  input: {
    Spec: { values: sizes, reasons: { value: natGatewayFaults.sizeUnknown } },
    // No order of it waits for being paid.
    AutoPay: silent,
    ClientToken: clientToken,
  },
  handle: async (context, { NatGatewayId: gateway, Spec }) => {
    const { region } = context;
    const { key, details } = await getNatGateway(context, { gateway, region });
    const size = sizeNamed(Spec);
    if (details.size === null) throw natGatewayFaults.sizeFixed({ 'nat-gateway': key });
    if (details.size === size) throw natGatewayFaults.sizeSame();
    await modifyNatGateway(context, { gateway, region, details: { size } });
  },
});
