// https://www.alibabacloud.com/help/en/vpc/developer-reference/api-vpc-2016-04-28-deletionprotection
import { modifyNatGateway } from '#resources/nat-gateway/verbs/modify-nat-gateway.ts';
import { string } from '#wire/builders.ts';
import { action } from '../../../context.ts';
import { clientToken } from '../../parameters.ts';
import { aliyunVoice } from '../../voice.ts';
import * as model from '../models/deletion-protection.ts';

export const deletionProtection = action.write({
  model,
  input: {
    InstanceId: string({ max: 64, required: true }),
    Type: { values: ['NATGW'] },
    ClientToken: clientToken,
  },
  handle: (context, { InstanceId: id, ProtectionEnable: isProtected }) => {
    const gateway = aliyunVoice.parseId('nat-gateway', id) ?? '?';
    return modifyNatGateway(context, { gateway, region: context.region, isProtected });
  },
});
