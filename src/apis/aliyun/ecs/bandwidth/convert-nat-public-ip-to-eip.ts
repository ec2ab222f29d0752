// https://www.alibabacloud.com/help/en/ecs/developer-reference/api-ecs-2014-05-26-convertnatpubliciptoeip
import { action } from '#apis/context.ts';
import { elasticAddressFaults } from '#resources/elastic-address/faults.ts';
import { transformAddress } from '#resources/elastic-address/verbs/transform-address.ts';
import { unexpiredInstance } from '../instance/named-instance.ts';
import * as model from '../models/convert-nat-public-ip-to-eip.ts';

const DAY_MS = 86_400_000;

/** Makes the public address of an instance an elastic one, which stays bound to it. */
export const convertNatPublicIpToEip = action.write({
  model,
  handle: async (context, { InstanceId: key }) => {
    const { region, now } = context;
    const instance = await unexpiredInstance(context, key, region);
    const { chargeType, expiresAt, internet } = instance;
    if (chargeType === 'prepaid') {
      if (internet.chargeType !== 'traffic') throw elasticAddressFaults.chargeTypeFixed();
      if ((expiresAt ?? Infinity) - now < DAY_MS) {
        throw elasticAddressFaults.endsSoon({ instance: key });
      }
    }
    await transformAddress(context, { region, instance: key });
  },
});
